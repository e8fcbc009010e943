// Only the reentrant calls: each worker owns its context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
