#ifndef CSHA256_CONSTANTS_H
#define CSHA256_CONSTANTS_H

#include <stdint.h>

/// The 64 constants of FIPS 180-4, section 4.2.2.
extern const uint32_t sha256_constants[64];

#endif
