/// The SQL of what every GeoPackage has (OGC 12-128r17, tables 1 to 9 and annex F.3), and of what QGIS keeps beside it.
enum GeoPackageSchema {
  static let sql = """
    PRAGMA application_id = 1196444487;
    PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, \
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, \
    description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, \
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, \
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), \
    CONSTRAINT uk_gc_table_name UNIQUE (table_name), \
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), \
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, \
    scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', \
    'undefined Cartesian coordinate reference system');
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', \
    'undefined geographic coordinate reference system');
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 geodetic', 4326, 'EPSG', 4326, \
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],\
    PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
    AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', \
    'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
    """

  /// The extension that names fields.
  static let dataColumns = """
    CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, \
    mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), \
    CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, \
    min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, \
    CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
    INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', \
    'http://www.geopackage.org/spec120/#extension_schema', 'read-write');
    INSERT INTO gpkg_extensions VALUES ('gpkg_data_column_constraints', NULL, 'gpkg_schema', \
    'http://www.geopackage.org/spec120/#extension_schema', 'read-write');
    """

  /// Where QGIS looks for the styles of layers.
  static func styles(lastChange: String) -> String {
    """
    CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), \
    f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, \
    description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
    INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) \
    VALUES ('layer_styles', 'attributes', 'layer_styles', '', '\(lastChange)', 0);
    INSERT INTO gpkg_ogr_contents VALUES ('layer_styles', 0);
    """
  }

  /// How many styles there are, for GDAL.
  static let countStyles =
    "UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM layer_styles) WHERE table_name = 'layer_styles'"

  /// What keeps the number of features that GDAL reads.
  static func countTriggers(_ table: String) -> [String] {
    let (quoted, text) = (SQLite.quoted(table), "'\(table)'")
    return [("insert", "INSERT", "+"), ("delete", "DELETE", "-")].map { name, event, sign in
      """
      CREATE TRIGGER \(SQLite.quoted("trigger_\(name)_feature_count_\(table)")) AFTER \(event) ON \(quoted) BEGIN \
      UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1 WHERE lower(table_name) = lower(\(text)); END
      """
    }
  }

  /// What keeps the index when somebody changes the layer: the triggers of version 1.3.
  static func indexTriggers(_ table: String, geometry: String, key: String) -> [String] {
    let (t, c, i) = (SQLite.quoted(table), SQLite.quoted(geometry), SQLite.quoted(key))
    let index = SQLite.quoted("rtree_\(table)_\(geometry)")
    let values = "NEW.\(i), ST_MinX(NEW.\(c)), ST_MaxX(NEW.\(c)), ST_MinY(NEW.\(c)), ST_MaxY(NEW.\(c))"
    let (has, lacks) = ("NEW.\(c) NOTNULL AND NOT ST_IsEmpty(NEW.\(c))", "NEW.\(c) ISNULL OR ST_IsEmpty(NEW.\(c))")
    let put = "INSERT OR REPLACE INTO \(index) VALUES (\(values));"
    return [
      ("insert", "AFTER INSERT ON \(t) WHEN (\(has)) BEGIN \(put)"),
      ("update1", "AFTER UPDATE OF \(c) ON \(t) WHEN OLD.\(i) = NEW.\(i) AND (\(has)) BEGIN \(put)"),
      (
        "update2",
        "AFTER UPDATE OF \(c) ON \(t) WHEN OLD.\(i) = NEW.\(i) AND (\(lacks)) BEGIN DELETE FROM \(index) WHERE id = OLD.\(i);"
      ),
      (
        "update3",
        "AFTER UPDATE ON \(t) WHEN OLD.\(i) != NEW.\(i) AND (\(has)) BEGIN DELETE FROM \(index) WHERE id = OLD.\(i); \(put)"
      ),
      (
        "update4",
        "AFTER UPDATE ON \(t) WHEN OLD.\(i) != NEW.\(i) AND (\(lacks)) BEGIN DELETE FROM \(index) WHERE id IN (OLD.\(i), NEW.\(i));"
      ),
      ("delete", "AFTER DELETE ON \(t) WHEN OLD.\(c) NOT NULL BEGIN DELETE FROM \(index) WHERE id = OLD.\(i);"),
    ].map { name, body in "CREATE TRIGGER \(SQLite.quoted("rtree_\(table)_\(geometry)_\(name)")) \(body) END" }
  }
}
