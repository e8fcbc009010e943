#include <proj.h>
// Geodesics live in libproj but have a header of their own.
#include <geodesic.h>
