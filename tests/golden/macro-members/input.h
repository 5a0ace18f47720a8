struct time {
    long seconds, nanoseconds;
};
struct file {
    struct time modified;
    union {
        int mode;
        struct {
            short low, high;
        } parts;
    } u;
    int numbers[4];
    struct time times[2];
    struct {
        int inside;
    };
    int *pointer;
};
struct other {
    struct time modified;
};
typedef struct {
    union {
        int mode;
    } u;
} unnamed;

#define modified_seconds modified.seconds
#define file_mode        u.mode
#define file_low         u.parts.low
#define first_number     numbers[0]
#define second_seconds   times[1].seconds
#define deep             inside
#define nowhere          modified.hours
#define behind_pointer   pointer[0]
#define not_constant     numbers[DECIMAL]
#define in_brackets      (u.mode)
