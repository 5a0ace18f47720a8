#define PACK_SIZE 8
