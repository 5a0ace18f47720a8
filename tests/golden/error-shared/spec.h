LIBRARY("golden-callee.so")
#define EBADF  9
#define ENOENT 2
int golden_a(void);
int golden_b(void);
int golden_c(void);
int golden_d(void);
int golden_e(void);
int golden_f(void);
int golden_g(void);
int golden_h(void);
int golden_i(void);
int golden_j(void);
GROUP(path, ENOENT, "$ does not exist")
GROUP(path, ENOENT, "$ is nowhere")
GROUP(path EBADF "x", EBADF, "")
EACH_MEANS(EBADF, "is bad")
EACH_MEANS(EBADF, "is worse")
FAILS(golden_a, "-1 errno", way(file));
FAILS(golden_b, "-1 errno", path(), path(x));
MEANS(golden_c, EBADF, "one text");
MEANS(golden_c, EBADF, "another text");
FAILS(golden_c, "-1 errno", EBADF);
LIKE(golden_c, golden_d);
LIKE(golden_d, golden_e);
LIKE(golden_e, golden_d);
UNTOLD(golden_f, "");
REFUSE(golden_f, "");
NEVER_FAILS(golden_g);
UNTOLD(golden_g, "internal");
GROUP(path, EBADF, "a line behind its use")
FAILS(golden_h, "-1 errno, blocks, eintr=retry, eintr=never", EBADF);
FAILS(golden_i, "-1 none, text=golden_a, text=golden_b");
LIKE(golden_j, golden_k);
LIKE(golden_j, golden_l);
REFUSE(golden_j, "one reason");
REFUSE(golden_j, "another reason");
CODE_SPACE("E", golden_a)
CODE_SPACE("E", golden_b)
