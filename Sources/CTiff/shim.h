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
static inline int plaza_tiff_add_geo_fields(TIFF *tiff) {
  static const TIFFFieldInfo fields[] = {
      {33550, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, "ModelPixelScaleTag"},
      {33922, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, "ModelTiepointTag"},
      {34735, -1, -1, TIFF_SHORT, FIELD_CUSTOM, 1, 1, "GeoKeyDirectoryTag"},
      {34737, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, "GeoAsciiParamsTag"},
      {42113, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, "GDAL_NODATA"},
  };
  return TIFFMergeFieldInfo(tiff, fields, sizeof fields / sizeof *fields);
}
// A file in memory: what its functions are called with is a pointer, to libtiff a handle.
static inline TIFF *plaza_tiff_client_open(
    const char *name, const char *mode, void *client, TIFFReadWriteProc read, TIFFReadWriteProc write, TIFFSeekProc seek,
    TIFFCloseProc close, TIFFSizeProc size, TIFFOpenOptions *options) {
  return TIFFClientOpenExt(name, mode, (thandle_t)client, read, write, seek, close, size, 0, 0, options);
}
