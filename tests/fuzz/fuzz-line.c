/*
 * Damaged lines in a good table, which libFuzzer would hardly hit in the middle of one. The
 * input is a list of edits of three bytes: which line, what is done, and where in the line.
 */
#include "fuzz.h"
#include "walk.h"

#include <string.h>

enum { N_LINES = 64, MAX_LINE = 512, EDIT = 3, MAX_EDITS = 8 };

struct lines {
    char text[N_LINES][MAX_LINE];
    size_t n;
};

static void split(struct lines *lines)
{
    const char *at = fuzz_table;

    for (lines->n = 0; *at != '\0'; lines->n++) {
        size_t size = strcspn(at, "\n");

        FUZZ_CHECK(lines->n < N_LINES && size < MAX_LINE);
        memcpy(lines->text[lines->n], at, size);
        lines->text[lines->n][size] = '\0';
        at += size + 1;
    }
    FUZZ_CHECK(lines->n > 0);
}

static void copy_line(struct lines *lines, size_t to, size_t from)
{
    char text[MAX_LINE];

    memcpy(text, lines->text[from], MAX_LINE);
    memcpy(lines->text[to], text, MAX_LINE);
}

/* What stands at a place is cut off, twice there, gone, another byte, or from elsewhere. */
static void edit(struct lines *lines, const uint8_t *how)
{
    char *line = lines->text[how[0] % lines->n];
    const char *other = lines->text[how[2] % lines->n];
    size_t size = strlen(line);
    size_t at = size > 0 ? how[2] % size : 0;

    switch (how[1] % 8) {
    case 0:
        line[at] = '\0';
        break;
    case 1:
        copy_line(lines, how[0] % lines->n, how[2] % lines->n);
        break;
    case 2:
        memmove(line, line + at, size - at + 1);
        break;
    case 3:
        if (size + 1 < MAX_LINE)
            memmove(line + at + 1, line + at, size - at + 1);
        break;
    case 4:
        if (size + strlen(other) < MAX_LINE)
            memmove(line + size, other, strlen(other) + 1);
        break;
    case 5:
        if (size > 0)
            line[at]++;
        break;
    case 6:
        if (size > 0)
            line[at] = (char)(line[at] ^ 1 << (how[1] / 8 % 7));
        break;
    default:
        if (size > 0)
            line[at] = " ;{}*()[]=:,.0\"\\"[how[1] / 8 % 16];
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct lines lines;
    static char text[N_LINES * MAX_LINE];
    struct fuzz fuzz;
    size_t length = 0;

    split(&lines);
    for (size_t i = 0; i + EDIT <= size && i < (size_t)MAX_EDITS * EDIT; i += EDIT)
        edit(&lines, &data[i]);
    for (size_t i = 0; i < lines.n; i++) {
        size_t line = strlen(lines.text[i]);

        memcpy(text + length, lines.text[i], line);
        text[length + line] = '\n';
        length += line + 1;
    }
    fuzz_open(&fuzz, text, length);
    if (fuzz.table != NULL)
        fuzz_walk(fuzz.table);
    fuzz_close(&fuzz);
    return 0;
}
