#include <zlib.h>

// inflateInit2 is a macro, which Swift does not import. 15 + 32: the largest window, gzip or zlib header detected; −15: no header at all.
static inline int plaza_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 32);
}
static inline int plaza_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}
