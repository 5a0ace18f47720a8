struct part {
    int x;
};
#define PART 1
