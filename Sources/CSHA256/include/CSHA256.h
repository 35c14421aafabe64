#ifndef CSHA256_H
#define CSHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Takes `count` blocks of 64 bytes into the chaining value of a SHA-256, in plain C.
void sha256_compress_portable(uint32_t state[8], const uint8_t *blocks, size_t count);

/// The same with the processor's own instructions. To be called only where
/// `sha256_is_accelerated` says so.
void sha256_compress_accelerated(uint32_t state[8], const uint8_t *blocks, size_t count);

/// Whether this processor has instructions for SHA-256 that this build knows.
bool sha256_is_accelerated(void);

#endif
