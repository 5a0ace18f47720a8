/* The public header must stand alone and mean the same in C++. */
#include "abidex.h"

int main()
{
    abx_context *context = nullptr;

    if (abx_context_create(&context) != ABX_OK)
        return 1;
    abx_context_destroy(context);
    return 0;
}
