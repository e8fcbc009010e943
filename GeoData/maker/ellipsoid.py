"""Areas and a transverse Mercator projection on an ellipsoid.

The projection is the series of Krüger (1912) to the sixth power of n, as given by Karney (2011), doi:10.1007/s00190-011-0445-3,
equations 35 and 36; it is good to far less than a millimetre within a zone."""

from math import asinh, atan, atan2, atanh, cos, cosh, degrees, hypot, radians, sin, sinh, sqrt, tan

GRS80 = (6_378_137.0, 1 / 298.257222101)
WGS84 = (6_378_137.0, 1 / 298.257223563)


def square_kilometres(ring, ellipsoid=WGS84):
    """The area of an open ring of 1e-7 degrees, its edges straight in longitude and latitude.

    Along a parallel the area down to the equator is Δλ·a²·q/2 with the authalic q; each edge is integrated by Simpson's rule."""
    a, f = ellipsoid
    e2 = f * (2 - f)
    e = sqrt(e2)

    def q(latitude):
        s = sin(radians(latitude / 1e7))
        return (1 - e2) * (s / (1 - e2 * s * s) + atanh(e * s) / e)

    whole = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        whole -= radians((bx - ax) / 1e7) * (q(ay) + 4 * q((ay + by) / 2) + q(by)) / 6
    return whole * a * a / 2 / 1e6


class TransverseMercator:
    def __init__(self, latitude, longitude, scale, easting, northing, ellipsoid=GRS80):
        a, f = ellipsoid
        n = f / (2 - f)
        self.e, self.longitude, self.easting = sqrt(f * (2 - f)), longitude, easting
        self.radius = scale * a / (1 + n) * (1 + n**2 / 4 + n**4 / 64 + n**6 / 256)
        self.alpha = [
            n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180 - 127 * n**5 / 288 + 7891 * n**6 / 37800,
            13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440 + 281 * n**5 / 630 - 1983433 * n**6 / 1935360,
            61 * n**3 / 240 - 103 * n**4 / 140 + 15061 * n**5 / 26880 + 167603 * n**6 / 181440,
            49561 * n**4 / 161280 - 179 * n**5 / 168 + 6601661 * n**6 / 7257600,
            34729 * n**5 / 80640 - 3418889 * n**6 / 1995840,
            212378941 * n**6 / 319334400,
        ]
        self.northing = 0.0
        self.northing = northing - self.forward(longitude, latitude)[1]

    def forward(self, longitude, latitude):
        """(easting, northing) in metres of degrees."""
        phi, lam = radians(latitude), radians(longitude - self.longitude)
        tau = tan(phi)
        sigma = sinh(self.e * atanh(self.e * sin(phi)))
        tau = tau * hypot(1, sigma) - sigma * hypot(1, tau)  # of the conformal latitude
        xi, eta = atan2(tau, cos(lam)), asinh(sin(lam) / hypot(tau, cos(lam)))
        x = eta + sum(a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in enumerate(self.alpha, 1))
        y = xi + sum(a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in enumerate(self.alpha, 1))
        return self.easting + self.radius * x, self.northing + self.radius * y

    def inverse(self, easting, northing):
        """(longitude, latitude) in degrees: the forward formulas solved by repeated correction."""
        latitude = degrees(atan((northing - self.northing) / self.radius))
        longitude = self.longitude
        for _ in range(60):
            x, y = self.forward(longitude, latitude)
            if abs(easting - x) + abs(northing - y) < 1e-9:
                break
            longitude += degrees((easting - x) / (self.radius * cos(radians(latitude))))
            latitude += degrees((northing - y) / self.radius)
        assert abs(easting - x) + abs(northing - y) < 1e-6
        return longitude, latitude


MAGNA_BOGOTA = TransverseMercator(4.596200416666666, -74.07750791666666, 1.0, 1_000_000.0, 1_000_000.0)  # EPSG:3116
