/*
 * Learns the table of the static encoder from pairs of a question and a passage, as encode-pairs.ts writes them:
 *
 *     train PAIRS HELD_OUT_PAIRS STEMS DIMENSIONS EPOCHS RATE TABLE [START]
 *
 * START is a table to go on from; rows of it that are all zero begin at random, as all do without it.
 * One table for both sides; a text is the sum of its stems' rows (of passages each 1 + ln of how often) at length 1.
 * Loss: in-batch InfoNCE, the cosine times 20, .7 from question to passage and .3 back (van den Oord et al. 2018). Half
 * of the batches are pairs at random, half are neighbours in the file, which are harder to tell apart. Pairs of one
 * section are no counter-examples. Elementwise Adagrad (Duchi et al. 2011), 5 % warm-up, then linear to a tenth.
 * Prints the mean reciprocal rank of held-out pairs among 512. Compile: cc -O3 -march=native -ffast-math train.c -lm
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 512, MAX_DIMENSIONS = 256 };
static const float SCALE = 20.f, FORWARD_SHARE = .7f;

typedef struct { uint32_t *data; size_t *starts; size_t count; } Pairs;

static Pairs read_pairs(const char *path) {
  Pairs pairs = {0};
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  size_t words = (size_t)ftell(file) / 4;
  rewind(file);
  pairs.data = malloc(words * 4 + 4);
  if (fread(pairs.data, 4, words, file) != words) { perror(path); exit(1); }
  fclose(file);
  for (size_t at = 0; at < words; at += 3 + pairs.data[at + 1] + pairs.data[at + 2]) pairs.count++;
  pairs.starts = malloc((pairs.count + 1) * sizeof(size_t));
  size_t next = 0;
  for (size_t at = 0; at < words; at += 3 + pairs.data[at + 1] + pairs.data[at + 2]) pairs.starts[next++] = at;
  return pairs;
}

static uint64_t state = 88172645463325252ull;
static uint64_t next_random(void) { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }
static float uniform(void) { return (float)(next_random() >> 40) / 16777216.f; }

static int dims;
static float *table, *squares, *gradient;
static uint8_t *is_touched;
static uint32_t *touched;
static size_t touched_count;

static float weight_of(uint32_t entry, int is_passage) {
  return is_passage ? 1.f + logf((float)(entry >> 24)) : 1.f;
}

/* Writes the unit vector of one side, and returns 1 / the length before. */
static float encode(const uint32_t *rows, uint32_t count, int is_passage, float *vector) {
  memset(vector, 0, sizeof(float) * dims);
  for (uint32_t i = 0; i < count; i++) {
    const float w = weight_of(rows[i], is_passage), *row = table + (size_t)(rows[i] & 0xffffff) * dims;
    for (int k = 0; k < dims; k++) vector[k] += w * row[k];
  }
  float sum = 1e-12f;
  for (int k = 0; k < dims; k++) sum += vector[k] * vector[k];
  const float inverse = 1.f / sqrtf(sum);
  for (int k = 0; k < dims; k++) vector[k] *= inverse;
  return inverse;
}

/* Hands the gradient of a unit vector on to the rows it is made of. */
static void spread(const uint32_t *rows, uint32_t count, int is_passage, const float *vector, const float *slope, float inverse) {
  float along = 0, own[MAX_DIMENSIONS];
  for (int k = 0; k < dims; k++) along += slope[k] * vector[k];
  for (int k = 0; k < dims; k++) own[k] = (slope[k] - along * vector[k]) * inverse;
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t id = rows[i] & 0xffffff;
    const float w = weight_of(rows[i], is_passage);
    if (!is_touched[id]) { is_touched[id] = 1; touched[touched_count++] = id; }
    float *row = gradient + (size_t)id * dims;
    for (int k = 0; k < dims; k++) row[k] += w * own[k];
  }
}

static float Q[BATCH * MAX_DIMENSIONS], P[BATCH * MAX_DIMENSIONS], DQ[BATCH * MAX_DIMENSIONS], DP[BATCH * MAX_DIMENSIONS];
static float S[BATCH * BATCH], R[BATCH * BATCH], IQ[BATCH], IP[BATCH];

static void encode_batch(const Pairs *pairs, const size_t *batch) {
  for (int i = 0; i < BATCH; i++) {
    const uint32_t *pair = pairs->data + pairs->starts[batch[i]];
    IQ[i] = encode(pair + 3, pair[1], 0, Q + i * dims);
    IP[i] = encode(pair + 3 + pair[1], pair[2], 1, P + i * dims);
  }
  for (int i = 0; i < BATCH; i++)
    for (int j = 0; j < BATCH; j++) {
      float sum = 0;
      const float *q = Q + i * dims, *p = P + j * dims;
      for (int k = 0; k < dims; k++) sum += q[k] * p[k];
      S[i * BATCH + j] = SCALE * sum;
    }
  for (int i = 0; i < BATCH; i++)
    for (int j = 0; j < BATCH; j++)
      if (i != j && pairs->data[pairs->starts[batch[i]]] == pairs->data[pairs->starts[batch[j]]]) S[i * BATCH + j] = -1e4f;
}

static void learn_batch(const Pairs *pairs, const size_t *batch, float rate) {
  encode_batch(pairs, batch);
  float down[BATCH];
  memset(down, 0, sizeof down);
  for (int i = 0; i < BATCH; i++) {
    float sum = 0;
    for (int j = 0; j < BATCH; j++) {
      const float power = expf(S[i * BATCH + j] - SCALE);
      R[i * BATCH + j] = power;
      sum += power;
      down[j] += power;
    }
    for (int j = 0; j < BATCH; j++) S[i * BATCH + j] = FORWARD_SHARE * R[i * BATCH + j] / (sum + 1e-20f);
  }
  for (int j = 0; j < BATCH; j++) down[j] = (1 - FORWARD_SHARE) / (down[j] + 1e-20f);
  for (int i = 0; i < BATCH; i++) {
    for (int j = 0; j < BATCH; j++) S[i * BATCH + j] += R[i * BATCH + j] * down[j];
    S[i * BATCH + i] -= 1;
  }
  memset(DQ, 0, sizeof(float) * BATCH * dims);
  memset(DP, 0, sizeof(float) * BATCH * dims);
  const float unit = SCALE / BATCH;
  for (int i = 0; i < BATCH; i++)
    for (int j = 0; j < BATCH; j++) {
      const float slope = S[i * BATCH + j] * unit;
      if (fabsf(slope) < 1e-9f) continue;
      float *dq = DQ + i * dims, *dp = DP + j * dims;
      const float *q = Q + i * dims, *p = P + j * dims;
      for (int k = 0; k < dims; k++) dq[k] += slope * p[k];
      for (int k = 0; k < dims; k++) dp[k] += slope * q[k];
    }
  for (int i = 0; i < BATCH; i++) {
    const uint32_t *pair = pairs->data + pairs->starts[batch[i]];
    spread(pair + 3, pair[1], 0, Q + i * dims, DQ + i * dims, IQ[i]);
    spread(pair + 3 + pair[1], pair[2], 1, P + i * dims, DP + i * dims, IP[i]);
  }
  for (size_t t = 0; t < touched_count; t++) {
    const size_t at = (size_t)touched[t] * dims;
    for (int k = 0; k < dims; k++) {
      const float g = gradient[at + k];
      squares[at + k] += g * g;
      table[at + k] -= rate * g / (sqrtf(squares[at + k]) + 1e-8f);
      gradient[at + k] = 0;
    }
    is_touched[touched[t]] = 0;
  }
  touched_count = 0;
}

static void shuffle(size_t *order, size_t count) {
  for (size_t i = count - 1; i > 0; i--) {
    const size_t j = next_random() % (i + 1), kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
}

static float held_out_rank(const Pairs *pairs) {
  if (pairs->count < BATCH) return 0;
  size_t *order = malloc(pairs->count * sizeof(size_t));
  for (size_t i = 0; i < pairs->count; i++) order[i] = i;
  const uint64_t kept = state;
  state = 7;
  shuffle(order, pairs->count);
  state = kept;
  double sum = 0;
  size_t judged = 0;
  for (size_t from = 0; from + BATCH <= pairs->count && judged < 16 * BATCH; from += BATCH) {
    encode_batch(pairs, order + from);
    for (int i = 0; i < BATCH; i++, judged++) {
      int rank = 1;
      for (int j = 0; j < BATCH; j++) rank += j != i && S[i * BATCH + j] > S[i * BATCH + i];
      sum += 1. / rank;
    }
  }
  free(order);
  return (float)(sum / (double)judged);
}

int main(int count, char **values) {
  if (count != 8 && count != 9) { fprintf(stderr, "PAIRS HELD_OUT_PAIRS STEMS DIMENSIONS EPOCHS RATE TABLE [START]\n"); return 1; }
  const Pairs pairs = read_pairs(values[1]), held_out = read_pairs(values[2]);
  const size_t stems = strtoul(values[3], 0, 10);
  dims = atoi(values[4]);
  const int epochs = atoi(values[5]);
  const float rate = strtof(values[6], 0);
  if (dims < 2 || dims > MAX_DIMENSIONS || pairs.count < BATCH) { fprintf(stderr, "too many dimensions, or too few pairs\n"); return 1; }
  table = malloc(stems * dims * sizeof(float));
  squares = malloc(stems * dims * sizeof(float));
  gradient = calloc(stems * dims, sizeof(float));
  is_touched = calloc(stems, 1);
  touched = malloc(stems * sizeof(uint32_t));
  const float length = sqrtf(3.f / (float)dims);
  for (size_t i = 0; i < stems * dims; i++) { table[i] = (2 * uniform() - 1) * length; squares[i] = 1e-6f; }

  if (count == 9) {
    FILE *file = fopen(values[8], "rb");
    float row[MAX_DIMENSIONS];
    if (!file) { perror(values[8]); return 1; }
    for (size_t id = 0; id < stems && fread(row, sizeof(float), dims, file) == (size_t)dims; id++) {
      float sum = 0;
      for (int k = 0; k < dims; k++) sum += row[k] * row[k];
      if (sum > 0) memcpy(table + id * dims, row, sizeof(float) * dims);
    }
    fclose(file);
    printf("before: mean reciprocal rank of held-out pairs %.4f\n", held_out_rank(&held_out));
  }
  const size_t batches = pairs.count / BATCH, steps = batches * epochs;
  size_t *order = malloc(pairs.count * sizeof(size_t)), *places = malloc(batches * sizeof(size_t));
  size_t local[BATCH];
  printf("%zu pairs, %zu held out, %zu steps\n", pairs.count, held_out.count, steps);
  size_t step = 0;
  for (int epoch = 0; epoch < epochs; epoch++) {
    for (size_t i = 0; i < pairs.count; i++) order[i] = i;
    for (size_t i = 0; i < batches; i++) places[i] = i;
    shuffle(order, pairs.count);
    shuffle(places, batches);
    for (size_t batch = 0; batch < batches; batch++, step++) {
      const float done = (float)step / (float)steps;
      const float now = rate * (done < .05f ? done / .05f : 1.f - .9f * (done - .05f) / .95f);
      if (batch % 2 == 0) learn_batch(&pairs, order + batch * BATCH, now);
      else {
        const size_t shift = next_random() % BATCH;
        for (int i = 0; i < BATCH; i++) local[i] = (places[batch] * BATCH + i + shift) % pairs.count;
        learn_batch(&pairs, local, now);
      }
    }
    printf("epoch %d: mean reciprocal rank of held-out pairs %.4f\n", epoch + 1, held_out_rank(&held_out));
    fflush(stdout);
  }
  FILE *out = fopen(values[7], "wb");
  if (!out || fwrite(table, sizeof(float), stems * dims, out) != stems * dims || fclose(out)) { perror(values[7]); return 1; }
  return 0;
}
