#include <zlib.h>

// inflateInit2 and deflateInit2 are macros, which Swift does not import. 15 + 32: the largest window, gzip or zlib header detected; −15: no header at all.
static inline int plaza_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 32);
}
static inline int plaza_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}
static inline int plaza_deflate_init_raw(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
