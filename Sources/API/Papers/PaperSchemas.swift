import Domain
import Web

/// The shapes of signed papers.
enum PaperSchemas {
    static let paper: Schema = .named(
        "PaperAct",
        [
            .init("id", .uuid), .init("signer", .uuid, "Post."), .init("signerTitle", .string), .init("number", .string),
            .init("signedOn", .date), .init("abstract", .text),
            .init(
                "file",
                .nullable(
                    .object([.init("name", .string), .init("mediaType", .string), .init("bytes", .integer), .init("sha256", .string)])),
                "The scan; null: nothing is recorded from it yet."), .init("recordedBy", .uuid, "Post."),
            .init("recorderTitle", .string), .init("recordedOn", .date),
        ])

    static let mark: Schema = .named(
        "PaperMark",
        [
            .init("id", .uuid), .init("number", .string), .init("signedOn", .date), .init("signer", .string), .init("recorder", .string),
            .init("words", .text, "do … ghi nhận, … ký"),
        ])
}
