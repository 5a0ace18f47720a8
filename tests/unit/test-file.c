/* Files that are there as a whole or not at all. */
#include "tests/test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char *in_folder(const char *folder, const char *name)
{
    static char path[256];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

static void expect_file(const char *path, const char *text, mode_t mode)
{
    char content[64] = "";
    int fd = open(path, O_RDONLY);
    struct stat status;

    assert_true(fd >= 0);
    assert_int_equal(read(fd, content, sizeof(content) - 1), strlen(text));
    assert_string_equal(content, text);
    assert_int_equal(fstat(fd, &status), 0);
    assert_int_equal(status.st_mode & 07777, mode);
    close(fd);
}

static int count_files(const char *folder)
{
    DIR *dir = opendir(folder);
    int n = 0;

    assert_non_null(dir);
    while (readdir(dir))
        n++;
    closedir(dir);
    return n - 2;
}

static int make_folder(void **state)
{
    char name[] = "/tmp/abidex-file-XXXXXX";

    *state = mkdtemp(name) ? strdup(name) : NULL;
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    static const char *const names[] = {"file", "pipe", "old"};

    for (size_t i = 0; i < TEST_N(names); i++)
        unlink(in_folder(*state, names[i]));
    rmdir(in_folder(*state, "folder"));
    assert_int_equal(rmdir(*state), 0);
    free(*state);
    return 0;
}

static void files_are_made_and_replaced(void **state)
{
    const char *path = in_folder(*state, "file");
    mode_t mask = umask(022);
    int old;

    assert_int_equal(abx_file_replace(path, "one", 3), 0);
    expect_file(path, "one", 0644);
    assert_int_equal(chmod(path, 0600), 0);
    old = open(path, O_RDONLY);
    assert_int_equal(abx_file_replace(path, "", 0), 0);
    expect_file(path, "", 0600);
    assert_int_equal(lseek(old, 0, SEEK_END), 3); /* who has it open keeps it */
    close(old);
    umask(mask);
    assert_int_equal(count_files(*state), 1);
}

static void what_cannot_be_written_is_told(void **state)
{
    assert_int_equal(mkdir(in_folder(*state, "folder"), 0700), 0);
    assert_int_equal(abx_file_replace(in_folder(*state, "folder"), "x", 1), EISDIR);
    assert_int_equal(abx_file_replace(in_folder(*state, "none/file"), "x", 1), ENOENT);
    assert_int_equal(abx_file_replace("/dev/full", "x", 1), ENOSPC);
    assert_int_equal(abx_file_replace("/dev/null", "x", 1), 0);
    assert_int_equal(count_files(*state), 1);
}

static void a_failed_write_leaves_nothing(void **state)
{
    const char *path = in_folder(*state, "file");
    struct rlimit old, none;

    assert_int_equal(abx_file_replace(path, "one", 3), 0);
    assert_int_equal(chmod(path, 0644), 0);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    none = (struct rlimit){0, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    assert_int_equal(abx_file_replace(path, "two", 3), EFBIG);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    signal(SIGXFSZ, SIG_DFL);
    expect_file(path, "one", 0644);
    assert_int_equal(count_files(*state), 1);
}

static void pipes_are_written_directly(void **state)
{
    const char *path = in_folder(*state, "pipe");
    char content[8] = "";
    int fd;

    assert_int_equal(mkfifo(path, 0600), 0);
    fd = open(path, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(abx_file_replace(path, "text", 4), 0);
    assert_int_equal(read(fd, content, sizeof(content)), 4);
    assert_string_equal(content, "text");
    close(fd);
    assert_int_equal(count_files(*state), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_made_and_replaced, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_is_told, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_nothing, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(pipes_are_written_directly, make_folder,
                                        remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
