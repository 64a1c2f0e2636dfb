// Fused multiply-add of eight numbers at once. Swift spells it as eight calls that the compiler joins only sometimes.
typedef float lanes_float8 __attribute__((ext_vector_type(8)));

// sum + x * y, rounded once.
static inline __attribute__((always_inline)) lanes_float8 lanes_fused(
    lanes_float8 sum, lanes_float8 x, lanes_float8 y) {
  return __builtin_elementwise_fma(x, y, sum);
}
