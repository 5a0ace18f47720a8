#define F64              1.5
#define F64_TENTH        0.1
#define F64_SUM          (1.0 + F64_TENTH)
#define F64_EXPONENT     1e3
#define F64_HEX          0x1.8p-3
#define F64_NEGATIVE     -2.5
#define F64_ZERO         0.0
#define F64_NEGATIVE_0   -0.0
#define F64_MAX          1.7976931348623157e308
#define F64_MIN          2.2250738585072014e-308
#define F64_TRUE_MIN     4.9406564584124654e-324
#define F64_INF          (1e308 * 10)
#define F64_NEGATIVE_INF (-F64_INF)
#define F64_NAN          (0.0 / 0.0)
#define F64_HUGE         __builtin_huge_val()
#define F64_BUILTIN_NAN  (__builtin_nan(""))
#define F64_INTEGER      (double)3
#define F32              1.1f
#define F32_MAX          3.40282347e+38F
#define F32_MIN          1.17549435e-38F
#define F32_TRUE_MIN     1.40129846e-45F
#define F32_INF          (__builtin_inff())
#define F32_NEGATIVE_0   (-0.0f)
#define F80              1.5L
#define F80_TENTH        0.1L
#define F80_PI           3.141592653589793238462643383279502884L
#define F80_NEGATIVE     (-0.1L)
#define F80_ZERO         0.0L
#define F80_NEGATIVE_0   (-0.0L)
#define F80_MAX          1.18973149535723176502e+4932L
#define F80_LOWEST       (-1.18973149535723176502e+4932L)
#define F80_MIN          3.36210314311209350626e-4932L
#define F80_TRUE_MIN     3.64519953188247460253e-4951L
#define F80_EPSILON      1.08420217248550443401e-19L
#define F80_INF          ((long double)1e308L * 1e308L * 1e4932L)
#define F80_NAN          ((long double)__builtin_nan(""))
#define F80_SMALL        1e-400L
#define F80_LARGE        1e400L
#define F80_CAST         ((long double)0.1)
#define COMPLEX          (1.0 + 2.0i)
#define F64_OF_MACRO     F64_ALIAS
#define F64_ALIAS        F64
