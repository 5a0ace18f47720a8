#ifndef PART_H
#define PART_H
int golden_b(void);
#endif
