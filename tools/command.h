/**
 * What the subcommands of `abidex` share: options with their help page, messages, opening
 * a table. A subcommand is a function `NAME_main(argc, argv)`, argv[0] being its name,
 * that returns the exit status.
 */
#ifndef ABX_TOOLS_COMMAND_H
#define ABX_TOOLS_COMMAND_H

#include <stdbool.h>
#include <stdio.h>

#include "abidex.h"
#include "base/buffer.h"

/* Exit statuses. */
enum {
    ABX_EXIT_DONE = 0,
    ABX_EXIT_SHORT = 1,    /* it fell short: not found, the function failed, a finding */
    ABX_EXIT_UNUSABLE = 2, /* it could not run */
    ABX_EXIT_SIGNAL = 128  /* plus the signal that ended what was called */
};

/* An option: a flag (@flag is set), or one with a value (@value names it, @text gets it).
 */
struct abx_option {
    const char *name; /* without the dashes; NULL ends the list */
    const char *value;
    const char *help;
    bool *flag;
    const char **text;
};

/* How a subcommand is used; the help page is made from it. */
struct abx_usage {
    const char *name;
    const char *operands; /* "TABLE [PATTERN]" */
    const char *purpose;  /* paragraphs, lines at most 78 wide */
    const char *notes;    /* what stands below the options; may be NULL */
    const char *examples; /* whole lines */
    const struct abx_option *options;
    int n_min;          /* operands at least */
    int n_max;          /* and at most; -1: any number */
    bool has_numbers;   /* -1 is an operand */
    bool options_first; /* what follows the first operand is no option ("-1") */
};

/*
 * Reads the options and moves the operands to argv[1] … argv[*argcp - 1], NULL behind
 * them. False when the command is over, by --help or a mistake: *exitp is then the exit
 * status.
 */
bool abx_usage_parse(const struct abx_usage *usage, int *argcp, char **argv, int *exitp);

/* "abidex: error: …" on standard error. */
void abx_message(const char *format, ...) ABX_FORMAT(1, 2);

/* "FILE:LINE: error: …"; without the line where @line is 0. */
void abx_message_at(const char *file, long line, const char *format, ...)
    ABX_FORMAT(3, 4);

/*
 * The message without the "FILE:LINE: " in front, where the library names the file by the
 * last part of its path: the whole path is what a reader can open.
 */
const char *abx_error_reason(const char *file, const struct abx_error *err);

/*
 * Reports an answer of the runtime that is not ABX_OK; @file is where a broken line
 * stands. Returns the exit status that it stands for: ABX_EXIT_SHORT for what is missing,
 * else ABX_EXIT_UNUSABLE.
 */
int abx_message_error(const char *file, int status, const struct abx_error *err);

/* Whether to colour what goes to @file: a terminal, and $NO_COLOR and $TERM allow it. */
bool abx_is_colourful(FILE *file);

/*
 * Writes @out to standard output and finishes it. Returns @exit, or ABX_EXIT_UNUSABLE
 * with a message if memory ran out or the output can't be written.
 */
int abx_output(struct abx_buffer *out, int exit);

/* An open table with its context. Zeroed means closed. */
struct abx_session {
    struct abx_context *context;
    struct abx_table *table;
};

/*
 * Opens a table by path or name; @is_native: it must be for this platform. Returns
 * ABX_EXIT_DONE, or ABX_EXIT_UNUSABLE after a message. Close it in both cases.
 */
int abx_session_open(struct abx_session *session, const char *name, bool is_native);
void abx_session_close(struct abx_session *session);

int verify_main(int argc, char **argv);
int list_main(int argc, char **argv);
int show_main(int argc, char **argv);
int explain_main(int argc, char **argv);
int call_main(int argc, char **argv);
int check_main(int argc, char **argv);
int diff_main(int argc, char **argv);
int export_main(int argc, char **argv);

#endif
