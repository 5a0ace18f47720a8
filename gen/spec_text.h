/**
 * The text of bindings/specs/spec.h, built in, so that specs need no include path for it.
 */
#ifndef ABX_GEN_SPEC_TEXT_H
#define ABX_GEN_SPEC_TEXT_H

extern const char gen_spec_text[];

#endif
