import Domain
import Operations

/// Persons as commands print them: as their list.
enum PersonOutput {
    static func print(_ people: [Person], as format: OutputFormat) {
        CommandOutput.print(people, of: ListPeople(limit: 0).sheet, as: format)
    }
}
