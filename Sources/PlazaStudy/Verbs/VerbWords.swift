internal import ArgumentParser
public import PlazaLayers

/// The words of a command line as a verb.
public enum VerbWords {
  /// Puts what is said of one file into the word of that file: `--incidents-crs X` after `--incidents F`.
  ///
  /// Of an option that repeats it belongs to the one before it; of an argument without a name to that argument wherever it stands, which
  /// the verb's own `--lon`, `--assume-crs` … say as well.
  /// - Throws: `Failure` `usage.no_file` for a property without its file, `usage.file_property` for a value that it does not take.
  public static func folded(_ words: [String], for verb: any Verb.Type) throws(Failure) -> [String] {
    if let word = words.first(where: { $0.contains(InputFile.mark) }) {
      throw Failure(.usage, "usage.unexpected", ["given": String(word.map { $0 == InputFile.mark ? " " : $0 })])
    }
    // Most command lines say nothing of single files, and reading the arguments of a verb takes some milliseconds.
    guard words.contains(where: isOfFile) else { return words }
    let shapes = ArgumentShape.all(of: verb)
    let names = Set(shapes.map(\.name))
    var result: [String] = []
    /// Where the word of each file stands.
    var places: [String: Int] = [:]
    var pending: [(option: String, file: String, property: InputFile.Property, value: String)] = []
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index]
      index += 1
      guard word.hasPrefix("--"), word.count > 2 else {
        result.append(word)
        continue
      }
      let name = String(word.dropFirst(2).prefix { $0 != "=" })
      let stated = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
      if let (file, property) = property(name, shapes, names) {
        guard let value = stated ?? following(index, in: words) else {
          throw Failure(.usage, "usage.missing_value", ["usage": "--" + name])
        }
        if stated == nil { index += 1 }
        var probe = InputFile(file)
        guard probe.set(property, value) else {
          throw Failure(.usage, "usage.file_property", ["property": "--" + name, "value": value])
        }
        if let place = places[file] {
          result[place] += InputFile.word("", [(property, value)])
        } else {
          pending.append(("--" + name, file, property, value))
        }
        continue
      }
      guard shapes.contains(where: { $0.name == name && $0.isInput && $0.kind == .option }) else {
        result.append(word)
        continue
      }
      // One word each: a value of several words could not be told from the next option.
      // What begins with dashes is the next option: the parser says that this one has no value.
      guard let value = stated ?? following(index, in: words) else {
        result.append(word)
        continue
      }
      if stated == nil { index += 1 }
      places[name] = result.count
      result += value.isEmpty ? ["--" + name, ""] : ["--\(name)=\(value)"]
    }
    for (option, file, property, value) in pending {
      guard let place = places[file] else { throw Failure(.usage, "usage.needs", ["option": option, "needed": "--" + file]) }
      result[place] += InputFile.word("", [(property, value)])
    }
    return result
  }

  /// Whether a word ends as the property of a file does.
  private static func isOfFile(_ word: String) -> Bool {
    guard word.hasPrefix("--") else { return false }
    let name = word.prefix { $0 != "=" }
    return InputFile.Property.allCases.contains { name.hasSuffix("-" + $0.rawValue) }
  }

  /// The next word, unless it is an option itself.
  private static func following(_ index: Int, in words: [String]) -> String? {
    index < words.endIndex && !isOption(words[index]) ? words[index] : nil
  }

  /// `incidents-crs` as the file `incidents` and its `crs`, when the verb has such a file and no option of that name.
  private static func property(
    _ name: String, _ shapes: [ArgumentShape], _ names: Set<String>
  ) -> (file: String, property: InputFile.Property)? {
    guard !names.contains(name) else { return nil }
    for property in InputFile.Property.allCases where name.hasSuffix("-" + property.rawValue) {
      let file = String(name.dropLast(property.rawValue.count + 1))
      if shapes.contains(where: { $0.name == file && $0.isInput && $0.kind == .option }) { return (file, property) }
    }
    return nil
  }

  private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  /// Parses words as the verb's arguments.
  /// - Throws: `Failure` of kind `usage` for what the argument parser refuses.
  static func parse<V: Verb>(_ words: [String], as verb: V.Type) throws(Failure) -> V {
    do {
      return try V.parse(words)
    } catch {
      throw UsageError.failure(V.message(for: error), verb: V.self)
    }
  }
}
