// Fused multiply-add of eight numbers at once. Swift spells it as eight calls that the compiler joins only sometimes.
typedef float lanes_float8 __attribute__((ext_vector_type(8)));

// sum + x * y, rounded once.
static inline __attribute__((always_inline)) lanes_float8 lanes_fused(
    lanes_float8 sum, lanes_float8 x, lanes_float8 y) {
  return __builtin_elementwise_fma(x, y, sum);
}

// The same of eight numbers in double precision.
typedef double lanes_double8 __attribute__((ext_vector_type(8)));

// sum + x * y, rounded once.
static inline __attribute__((always_inline)) lanes_double8 lanes_fused_double(
    lanes_double8 sum, lanes_double8 x, lanes_double8 y) {
  return __builtin_elementwise_fma(x, y, sum);
}

// sum - x * y, rounded once.
static inline __attribute__((always_inline)) lanes_double8 lanes_reduced_double(
    lanes_double8 sum, lanes_double8 x, lanes_double8 y) {
  return __builtin_elementwise_fma(-x, y, sum);
}

// The larger of each pair; the first where one is not a number.
static inline __attribute__((always_inline)) lanes_double8 lanes_larger_double(lanes_double8 x, lanes_double8 y) {
  return x < y ? y : x;
}

// The smaller of each pair; the first where one is not a number.
static inline __attribute__((always_inline)) lanes_double8 lanes_smaller_double(lanes_double8 x, lanes_double8 y) {
  return y < x ? y : x;
}

// Where the test is zero the other, else the value.
static inline __attribute__((always_inline)) lanes_double8 lanes_unless_zero_double(
    lanes_double8 value, lanes_double8 test, lanes_double8 other) {
  return test == 0.0 ? other : value;
}

// Where x is larger than y the other, else the value.
static inline __attribute__((always_inline)) lanes_double8 lanes_unless_larger_double(
    lanes_double8 value, lanes_double8 x, lanes_double8 y, lanes_double8 other) {
  return x > y ? other : value;
}
