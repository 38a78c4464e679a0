/// Takes the elements of chosen arrays out of a document as soon as each is read, so that a document of any length is never held as a tree.
/// In the tree null stands for every element taken.
struct JSONElementSink {
    /// Asked with the path of an array when it opens.
    let takes: (JSONPath) -> Bool
    let take: (JSONValue, JSONPath) -> Void
}
