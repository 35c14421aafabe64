#include "CSHA256.h"
#include "constants.h"

/// All 64 rounds of a block with its 16 words, from the four rounds and next words of a processor.
#define ALL_ROUNDS(w0, w1, w2, w3) do { \
    for (int i = 0; i < 12; i += 4) { \
      FOUR_ROUNDS(i, w0); \
      NEXT_WORDS(w0, w1, w2, w3); \
      FOUR_ROUNDS(i + 1, w1); \
      NEXT_WORDS(w1, w2, w3, w0); \
      FOUR_ROUNDS(i + 2, w2); \
      NEXT_WORDS(w2, w3, w0, w1); \
      FOUR_ROUNDS(i + 3, w3); \
      NEXT_WORDS(w3, w0, w1, w2); \
    } \
    FOUR_ROUNDS(12, w0); \
    FOUR_ROUNDS(13, w1); \
    FOUR_ROUNDS(14, w2); \
    FOUR_ROUNDS(15, w3); \
  } while (0)

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

bool sha256_is_accelerated(void) {
  unsigned a, b, c, d;
  // Leaf 1: SSSE3 and SSE4.1; leaf 7: SHA. Their registers need no more of the system than SSE's.
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}

/// Rounds 4 * `i` to 4 * `i` + 3 with the words `w`: the two halves change places twice.
#define FOUR_ROUNDS(i, w) do { \
    __m128i sum = _mm_add_epi32(w, _mm_loadu_si128((const __m128i *)(sha256_constants + 4 * (i)))); \
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum); \
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E)); \
  } while (0)

/// The words of the schedule that come 16 after `w0`, from the 16 that begin with them.
#define NEXT_WORDS(w0, w1, w2, w3) \
  w0 = _mm_sha256msg2_epu32( \
    _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4)), w3)

__attribute__((target("sha,sse4.1,ssse3")))
void sha256_compress_accelerated(uint32_t state[8], const uint8_t *blocks, size_t count) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  // The instructions want the letters as ABEF and CDGH, A in the highest place.
  __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
  for (; count > 0; count--, blocks += 64) {
    const __m128i *block = (const __m128i *)blocks;
    __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w0 = _mm_shuffle_epi8(_mm_loadu_si128(block), swap);
    __m128i w1 = _mm_shuffle_epi8(_mm_loadu_si128(block + 1), swap);
    __m128i w2 = _mm_shuffle_epi8(_mm_loadu_si128(block + 2), swap);
    __m128i w3 = _mm_shuffle_epi8(_mm_loadu_si128(block + 3), swap);
    ALL_ROUNDS(w0, w1, w2, w3);
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#elif defined(__aarch64__) && defined(__ARM_FEATURE_SHA2)

#include <arm_neon.h>

bool sha256_is_accelerated(void) { return true; }

#define FOUR_ROUNDS(i, w) do { \
    uint32x4_t sum = vaddq_u32(w, vld1q_u32(sha256_constants + 4 * (i))); \
    uint32x4_t abcd_before = abcd; \
    abcd = vsha256hq_u32(abcd, efgh, sum); \
    efgh = vsha256h2q_u32(efgh, abcd_before, sum); \
  } while (0)

#define NEXT_WORDS(w0, w1, w2, w3) w0 = vsha256su1q_u32(vsha256su0q_u32(w0, w1), w2, w3)

static inline uint32x4_t big_endian(const uint8_t *bytes) {
  return vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes)));
}

void sha256_compress_accelerated(uint32_t state[8], const uint8_t *blocks, size_t count) {
  uint32x4_t abcd = vld1q_u32(state), efgh = vld1q_u32(state + 4);
  for (; count > 0; count--, blocks += 64) {
    uint32x4_t abcd_start = abcd, efgh_start = efgh;
    uint32x4_t w0 = big_endian(blocks), w1 = big_endian(blocks + 16);
    uint32x4_t w2 = big_endian(blocks + 32), w3 = big_endian(blocks + 48);
    ALL_ROUNDS(w0, w1, w2, w3);
    abcd = vaddq_u32(abcd, abcd_start);
    efgh = vaddq_u32(efgh, efgh_start);
  }
  vst1q_u32(state, abcd);
  vst1q_u32(state + 4, efgh);
}

#else

bool sha256_is_accelerated(void) { return false; }

void sha256_compress_accelerated(uint32_t state[8], const uint8_t *blocks, size_t count) {
  sha256_compress_portable(state, blocks, count);
}

#endif
