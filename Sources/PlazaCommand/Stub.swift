internal import ArgumentParser

struct InfoCommand: AsyncParsableCommand { static let configuration = CommandConfiguration(commandName: "info") }
struct DoctorCommand: AsyncParsableCommand { static let configuration = CommandConfiguration(commandName: "doctor") }
