import Domain
import Web

/// What an item says beyond its terms: deadlines of a periodic one, further papers, earlier years, corrections.
enum SupplementSchemas {
    static let occurrence: Schema = .named(
        "ItemOccurrence",
        [
            .init("dueOn", .date), .init("completedOn", .nullable(.date), "Date of the first delivery that was confirmed."),
            .init("waiting", .boolean, "Delivered, not confirmed."), .init("words", .string),
        ])

    static let source: Schema = .named("ItemSource", [.init("directive", .uuid), .init("clause", .string), .init("paper", .string)])

    static let carried: Schema = .named(
        "CarriedOver",
        [.init("code", .nullable(.string)), .init("assignedOn", .date), .init("dueOn", .nullable(.date), "History: nobody judges by it.")])

    static let correction: Schema = .named(
        "ItemCorrection",
        [
            .init("id", .uuid), .init("kind", .oneOf(ItemCorrection.Kind.self)), .init("kindName", .string), .init("decidedOn", .date),
            .init("documentNumber", .string), .init("documentIssuer", .string), .init("reason", .text),
            .init("replaced", .array(.string), "Codes."),
            .init("made", .array(.string), "Codes."), .init("recordedBy", .uuid), .init("recordedByTitle", .nullable(.string)),
            .init("recordedOn", .date),
        ])

    // MARK: - Requests

    static let recurrence: Schema = .object([
        .init("every", .oneOf(Recurrence.Period.self)), .init("from", .date, "The first deadline."),
        .init("through", .date, "No deadline lies after it."),
    ])

    static let sourceRequest: Schema = .object([.init("directive", .uuid), .init("clause", .string)])

    static let carriedRequest: Schema = .object([
        .init("assignedOn", .date), .init("dueOn", .date, required: false), .init("code", .string, required: false),
    ])

    /// The record by which work is cut anew.
    static let record: [Schema.Property] = [
        .init("documentNumber", .string), .init("documentIssuer", .string, required: false, "The assigner when absent."),
        .init("reason", .text), .init("decidedOn", .date, required: false, "Today when absent."),
    ]
}
