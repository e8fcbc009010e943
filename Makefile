# Every target says what it runs. `make help` lists them.
.POSIX:
.PHONY: help demo studies test build bench conformance manual lint format clean dependencies

help:
	@sed -n 's/^## //p' Makefile

## make demo         build plaza and run the sample study of the San Salvador metropolitan area into out/demo
demo: build
	.build/release/plaza run GeoData/studies/amss/study.yaml -o out/demo --force
	@echo
	@echo "Layers, tables and the manifest are in out/demo:"
	@ls out/demo

## make studies      run every sample study into out/<name>
studies: build
	@for study in GeoData/studies/*/study.yaml; do \
	  name=$$(basename $$(dirname $$study)); \
	  .build/release/plaza run $$study -o out/$$name --force || exit 1; \
	done

## make test         build and run all tests (ARGS="--filter Name" for some)
test: dependencies
	@Scripts/test $(ARGS)

## make build        build .build/release/plaza
build: dependencies
	@Scripts/build-release

## make bench        time plaza, and the peers where Scripts/install-peers has put them (ARGS="--only kernels", "--workloads metro")
bench: build
	swift build -q -c release --package-path Benchmarks
	Benchmarks/.build/release/plaza-bench run $(ARGS)

## make conformance  compare with GEOS, PROJ, GDAL, GeoPandas, esda, scikit-learn, exactextract, spdep and QGIS on real data (needs the peers)
conformance: build
	Tests/Conformance/run $(ARGS)

## make manual       write docs/ from what the command says and does, and the help texts that the tests compare with
manual: build
	.build/release/plaza schema >GeoData/reference/study.schema.json
	Scripts/make-pictures .build/release/plaza
	Scripts/make-manual .build/release/plaza
	Scripts/make-reference .build/release/plaza
	PLAZA_RECORD=1 Scripts/test --filter HelpTests

## make lint         check the format of the sources
lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

## make format       format the sources
format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

## make clean        remove what was built and what the demo wrote
clean:
	rm -rf .build Benchmarks/.build out

dependencies:
	@Scripts/install-dependencies
