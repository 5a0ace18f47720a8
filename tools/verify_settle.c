/**
 * One step of leaving lines out: a new table is written beside the old one and opened, and
 * the reader itself tells which lines do not hold any more, until all do. The old table
 * stays as it is until the new one is proven.
 */
#include "tools/verify.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool fail_file(const char *path)
{
    abx_message("cannot write %s: %s", path, strerror(errno));
    return false;
}

/* A file of the table's folder, where the headers are looked for as for the table. */
static bool make_temporary(struct settling *settling, const char *path)
{
    struct abx_buffer name = {0};
    int fd = -1;

    settling->path = strdup(path);
    abx_buffer_printf(&name, "%s%s.XXXXXX", strchr(path, '/') ? "" : "./", path);
    if (!settling->path || name.failed)
        errno = ENOMEM;
    else
        fd = mkstemp(name.data);
    if (fd < 0) {
        abx_buffer_finish(&name);
        return fail_file(path);
    }
    close(fd);
    settling->temporary = name.data;
    return true;
}

static void print_omissions(const struct settling *settling,
                            const struct omissions *omissions)
{
    size_t i;

    for (i = 0; !settling->is_quiet && i < omissions->map.n_items; i++)
        printf("%s: left out: %s: %s\n", settling->path, omissions->map.items[i].key,
               (const char *)omissions->map.items[i].value);
}

/* Writes the table without them, and opens that. */
static bool apply(struct settling *settling, struct abx_session *session,
                  struct omissions *omissions)
{
    struct abx_buffer body = {0};
    bool is_done = omissions_put(omissions, session->table, &body) &&
                   table_rewrite_body(settling->path, settling->temporary, &body);

    if (is_done) {
        print_omissions(settling, omissions);
        settling->n_omitted += omissions->map.n_items;
        abx_session_close(session);
        is_done = abx_session_open(session, settling->temporary, false) == ABX_EXIT_DONE;
    }
    abx_buffer_finish(&body);
    omissions_finish(omissions);
    return is_done;
}

bool settling_take(struct settling *settling, struct abx_session *session,
                   const struct fact_list *facts, const struct compiler *compiler)
{
    struct omissions omissions = {0};
    bool is_more = true;
    bool is_done = (settling->temporary ||
                    make_temporary(settling, abx_table_path(session->table))) &&
                   omissions_add_wrong(&omissions, facts, compiler);

    while (is_done && is_more)
        is_done = apply(settling, session, &omissions) &&
                  omissions_add_dependent(&omissions, session->table, &is_more);
    omissions_finish(&omissions);
    return is_done;
}

bool settling_commit(struct settling *settling)
{
    return !settling->temporary || table_copy(settling->temporary, settling->path);
}

void settling_finish(struct settling *settling)
{
    if (settling->temporary)
        unlink(settling->temporary);
    free(settling->temporary);
    free(settling->path);
    *settling = (struct settling){0};
}
