#include <tiffio.h>

// Fields are read and set by variadic functions, which Swift does not import: one function for each type of field.
static inline int plaza_tiff_u16(TIFF *tiff, uint32_t tag, uint16_t *value) {
  return TIFFGetFieldDefaulted(tiff, tag, value);
}
static inline int plaza_tiff_u32(TIFF *tiff, uint32_t tag, uint32_t *value) {
  return TIFFGetField(tiff, tag, value);
}
// Tags of GeoTIFF and GDAL, which libtiff knows only by what the file says of them.
static inline int plaza_tiff_array(TIFF *tiff, uint32_t tag, uint32_t *count, void **values) {
  return TIFFGetField(tiff, tag, count, values);
}
static inline int plaza_tiff_set_u16(TIFF *tiff, uint32_t tag, uint16_t value) {
  return TIFFSetField(tiff, tag, (int)value);
}
static inline int plaza_tiff_set_u32(TIFF *tiff, uint32_t tag, uint32_t value) {
  return TIFFSetField(tiff, tag, value);
}
static inline int plaza_tiff_set_array(TIFF *tiff, uint32_t tag, uint16_t count, const void *values) {
  return TIFFSetField(tiff, tag, (int)count, values);
}
static inline int plaza_tiff_set_text(TIFF *tiff, uint32_t tag, const char *text) {
  return TIFFSetField(tiff, tag, text);
}
// A handle of our own is a number to libtiff.
static inline TIFF *plaza_tiff_client_open(
    const char *name, const char *mode, void *client, TIFFReadWriteProc read, TIFFReadWriteProc write, TIFFSeekProc seek,
    TIFFCloseProc close, TIFFSizeProc size, TIFFOpenOptions *options) {
  return TIFFClientOpenExt(name, mode, (thandle_t)client, read, write, seek, close, size, 0, 0, options);
}
