extension CampaignFile.Problem {
    /// What a message of the YAML parser means for the person who wrote the file.
    init(yaml problem: String, context: String) {
        switch problem {
        case let text where text.contains("undefined alias"): self = .alias("")
        case let text where text.contains("alphabetic or numeric"): self = context.contains("alias") ? .alias("") : .anchor("")
        case let text where text.contains("nesting level"): self = .tooDeep(limit: SourceText.deepestLevel)
        case let text where text.contains("another document"): self = .syntax(.severalDocuments)
        case _ where context.contains("quoted scalar"): self = .syntax(.unclosedQuote)
        case _ where context.contains("flow"): self = .syntax(.unclosedBracket)
        case let text where text.contains("mapping values are not allowed"): self = .syntax(.colonNotAllowed)
        case let text where text.contains("expected ':'"): self = .syntax(.colonMissing)
        case let text where text.contains("cannot start any token") || text.contains("tab character"):
            self = .syntax(.characterNotAllowed)
        case _ where context.contains("block mapping") || context.contains("block collection"): self = .syntax(.indentation)
        case let text where text.contains("block sequence entries") || text.contains("document start"): self = .syntax(.indentation)
        default: self = .syntax(.other)
        }
    }
}
