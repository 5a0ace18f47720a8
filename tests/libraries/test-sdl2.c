/* SDL through its table, without a display: structures by pointer. */
#include "library.h"

static void the_version_is_the_headers(void **state)
{
    static const struct {
        const char *member, *constant;
    } parts[] = {{"major", "SDL_MAJOR_VERSION"},
                 {"minor", "SDL_MINOR_VERSION"},
                 {"patch", "SDL_PATCHLEVEL"}};
    struct api *api = *state;
    struct abx_memory *version = api_memory(api, "SDL_version", NULL);

    CALL(api, "SDL_GetVersion", api_value(version));
    for (size_t i = 0; i < N_ITEMS(parts); i++)
        assert_int_equal(library_get(api, version, parts[i].member).u,
                         library_number(api, parts[i].constant));
    abx_memory_destroy(version);
}

static struct abx_memory *make_rect(struct api *api, int x, int y, int w, int h)
{
    struct abx_memory *rect = api_memory(api, "SDL_Rect", NULL);

    library_set(api, rect, "x", api_int(x));
    library_set(api, rect, "y", api_int(y));
    library_set(api, rect, "w", api_int(w));
    library_set(api, rect, "h", api_int(h));
    return rect;
}

static const struct {
    int a[4], b[4];
    bool meet;
    int common[4];
} cases[] = {
    {{0, 0, 10, 10}, {5, 6, 10, 10}, true, {5, 6, 5, 4}},
    {{-5, -5, 100, 3}, {0, -100, 2, 200}, true, {0, -5, 2, 3}},
    {{0, 0, 10, 10}, {10, 0, 10, 10}, false, {10, 0, 0, 10}},
};

static void rectangles_meet(void **state)
{
    struct api *api = *state;

    for (size_t i = 0; i < N_ITEMS(cases); i++) {
        const int *a = cases[i].a, *b = cases[i].b;
        struct abx_memory *first = make_rect(api, a[0], a[1], a[2], a[3]);
        struct abx_memory *second = make_rect(api, b[0], b[1], b[2], b[3]);
        struct abx_memory *common = api_memory(api, "SDL_Rect", NULL);
        const char *wanted = cases[i].meet ? "SDL_TRUE" : "SDL_FALSE";

        assert_int_equal(
            CALL(api, "SDL_HasIntersection", api_value(first), api_value(second)).u,
            library_number(api, wanted));
        assert_int_equal(CALL(api, "SDL_IntersectRect", api_value(first),
                              api_value(second), api_value(common))
                             .u,
                         library_number(api, wanted));
        assert_int_equal(library_get(api, common, "x").i, cases[i].common[0]);
        assert_int_equal(library_get(api, common, "y").i, cases[i].common[1]);
        assert_int_equal(library_get(api, common, "w").i, cases[i].common[2]);
        assert_int_equal(library_get(api, common, "h").i, cases[i].common[3]);
        abx_memory_destroy(common);
        abx_memory_destroy(second);
        abx_memory_destroy(first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_version_is_the_headers),
        cmocka_unit_test(rectangles_meet),
    };

    return cmocka_run_group_tests_name("sdl2", tests, library_setup, library_teardown);
}
