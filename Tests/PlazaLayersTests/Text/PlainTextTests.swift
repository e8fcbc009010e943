import PlazaLayers
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    "", "12", "-75.56985", "-75,56985", "1.234,5", "12,5", "473869.0", "2138513", "1e5", "-1.5E-3", "007", "0", " 8.001 ",
    "2024-01-31", "31/12/2024", "31/1/24", "2024-01-31T13:50:00Z", "2015-02-30", "45/13/2024", "13-ene-24", "20240131", "2024-01",
    "01/15/2024 01:50:00 PM", "2024-01-31 13:50:00.000", "13:50:00",
  ])
  func `numbers and dates are shown`(_ text: String) { #expect(PlainText.shown(text) == text) }

  @Test(arguments: [
    "Ana", "Juan Pérez", "12345678", "12.345.678", "55 1234 5678", "+52 55 1234 5678", "5512345678", "CURP800101", "Calle 12",
    "ana@example.org", "1 de mayo de Ana", "A-12", "12-Ana-24", "Enero", "x", "PELJ800101HDF", "490154203237518", "MAR",
    "3 mar ana",
  ])
  func `everything else is masked`(_ text: String) { #expect(PlainText.shown(text) == PlainText.mask) }
}
