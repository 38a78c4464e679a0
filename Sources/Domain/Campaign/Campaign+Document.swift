public import FoundationEssentials

extension Campaign {
    /// The canonical JSON document of this campaign, for storing and for hashing: keys sorted, no white space, absent values left out.
    ///
    /// Equal campaigns give equal bytes.
    public var document: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    /// Reads a document back, whatever order its keys have come to (PostgreSQL's `jsonb` keeps none).
    ///
    /// - Throws: ``CampaignDocumentError`` when the document is of another layout or not a campaign. The rules of ``faults()`` are not
    ///   applied again: what was stored stays readable when rules grow.
    public init(document: Data) throws(CampaignDocumentError) {
        let decoder = JSONDecoder()
        let head: Head
        do {
            head = try decoder.decode(Head.self, from: document)
        } catch {
            throw .malformed("\(error)")
        }
        guard head.format == Self.currentFormat else { throw .otherFormat(head.format) }
        do {
            self = try decoder.decode(Campaign.self, from: document)
        } catch {
            throw .malformed("\(error)")
        }
    }

    private struct Head: Decodable {
        var format: Int
    }
}

/// Why a stored campaign could not be read.
public enum CampaignDocumentError: Error, Hashable, Sendable {
    /// Written in a layout that this program does not know.
    case otherFormat(Int)
    /// Not a campaign; the text is for the log.
    case malformed(String)
}
