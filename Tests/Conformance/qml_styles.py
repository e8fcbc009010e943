"""Opens layers with their styles in QGIS: does it take the style, with every class, and is every area drawn in its colour?

Runs alone, with the Python that has PyQGIS: qml_styles.py LAYER.geojson|LAYER.gpkg… ; a layer's style stands beside it, in a
GeoPackage in its table `layer_styles`. With --png FOLDER the
pictures are kept. Exits 0 with a message where there is no PyQGIS.
"""
import os
import pathlib
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import (
        NULL, QgsApplication, QgsExpression, QgsMapRendererParallelJob, QgsMapSettings, QgsRenderContext, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
except ImportError:
    print("qml: skipped, no PyQGIS (Debian: apt-get install python3-qgis qgis-providers)")
    sys.exit(0)


def style(path):
    if path.suffix != ".gpkg":
        return ElementTree.parse(path.with_suffix(".qml"))
    with sqlite3.connect(path) as package:
        (text,) = package.execute("SELECT styleQML FROM layer_styles WHERE useAsDefault").fetchone()
    return ElementTree.ElementTree(ElementTree.fromstring(text))


def picture(layer, extent):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(700, 700))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(0, 700, 3)}


def check(path, folder):
    """The faults of one layer."""
    tree = style(path)
    expected = [node.get("label") for tag in ("range", "category") for node in tree.iter(tag)]
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    if not layer.isValid():
        return ["QGIS does not open the layer"]
    # What stands beside the file is loaded with it: no call of ours.
    renderer = layer.renderer()
    kind = renderer.type()
    if kind == "graduatedSymbol":
        labels = [item.label() for item in renderer.ranges()]
    elif kind == "categorizedSymbol":
        labels = [item.label() for item in renderer.categories()]
    else:
        return [f"a renderer of type {kind}"]
    faults = [] if labels == expected else [f"classes {labels}, expected {expected}"]
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    undrawn = 0
    # A style leaves out what has no value, and what it gives no class: the straight lines beside a walk.
    classed = QgsExpression(renderer.classAttribute())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        if classed.evaluate(context.expressionContext()) in (None, NULL):
            continue
        undrawn += renderer.symbolForFeature(feature, context) is None
    colors = {item.symbol().color().name() for item in (
        renderer.ranges() if kind == "graduatedSymbol" else renderer.categories())}
    renderer.stopRender(context)
    if undrawn:
        faults.append(f"{undrawn} areas without a symbol")
    if len(colors) != len(expected):
        faults.append(f"{len(colors)} colours for {len(expected)} classes")
    image = picture(layer, layer.extent())
    seen = colours(image)
    if not seen & colors:
        # Areas far apart are points on a picture of all.
        seen = colours(picture(layer, next(layer.getFeatures()).geometry().boundingBox()))
    if not seen & colors:
        faults.append("none of the colours of the style is on the picture")
    if folder:
        image.save(str(folder / (path.name + ".png")))
    return faults


def main(arguments):
    folder = None
    if arguments[:1] == ["--png"]:
        folder = pathlib.Path(arguments[1])
        arguments = arguments[2:]
    application = QgsApplication([], False)
    application.initQgis()
    failed = 0
    for name in arguments:
        faults = check(pathlib.Path(name), folder)
        failed += bool(faults)
        print(f"{'FAILED' if faults else 'ok'}  {name}" + "".join(f"\n  {fault}" for fault in faults))
    application.exitQgis()
    print(f"{len(arguments) - failed} passed, {failed} failed")
    return 1 if failed or not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
