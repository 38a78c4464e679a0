import Domain
import Operations
import Testing

@Suite("A campaign file that is no honest mistake", .timeLimit(.minutes(3)))
struct CampaignFileAbuseTests {
    private func problems(_ text: String) -> [CampaignFile.Problem] {
        do {
            _ = try CampaignFile.read(text)
            return []
        } catch {
            return error.faults.map(\.problem)
        }
    }

    @Test("is refused before it is read when it is over the limit, by a byte")
    func size() {
        let comment = "# " + String(repeating: "x", count: CampaignFile.largestSize - SecondCampaign.yaml.utf8.count - 3) + "\n"
        #expect(problems(SecondCampaign.yaml + comment).isEmpty)
        #expect(problems(SecondCampaign.yaml + comment + "\n") == [.tooLarge(bytes: CampaignFile.largestSize + 1)])
    }

    @Test("is refused when its bytes are no UTF-8")
    func encoding() {
        #expect(throws: CampaignFile.Rejection.self) { try CampaignFile.read([0x61, 0x3A, 0x20, 0xFF]) }
    }

    @Test("is refused at its first working alias, wherever that stands")
    func aliases() {
        let rows = (1...30).map { "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", ") + "]" }
        let bomb = "a0: &a0 x\n" + rows.joined(separator: "\n") + "\n"
        #expect(problems(bomb) == [.alias("a0")])
        #expect(problems(bomb + "? *a30\n: x\n") == [.alias("a0")])
        #expect(problems("base: &base { code: X }\npaper: { <<: *base }\n") == [.alias("base")])
    }

    @Test("is refused for an anchor that nothing refers to, and for a reference to nothing")
    func loneAnchors() {
        #expect(problems(SecondCampaign.replacing("place: Ví Dụ", with: "place: &noi Ví Dụ")) == [.anchor("noi")])
        #expect(problems(SecondCampaign.replacing("place: Ví Dụ", with: "place: *noi")) == [.alias("")])
        #expect(problems(SecondCampaign.replacing("closing:", with: "&k closing:")) == [.anchor("k")])
    }

    @Test("is not taken for one because a text has such signs in it")
    func signsInTexts() throws {
        let campaign = try CampaignFile.read(SecondCampaign.replacing("place: Ví Dụ", with: "place: \"Nghiên cứu &R *D* R&D\""))
        #expect(campaign.paper.place == "Nghiên cứu &R *D* R&D")
    }

    @Test("is refused for a tag of its own", arguments: ["!secret", "!<tag:example.org,2000:x>"])
    func tags(tag: String) throws {
        let found = problems(SecondCampaign.replacing("place: Ví Dụ", with: "place: \(tag) Ví Dụ"))
        guard case .tag = try #require(found.first) else {
            Issue.record("\(found)")
            return
        }
    }

    @Test("is refused when it nests without end", arguments: ["[", "{a: ", "- ", "? "])
    func nesting(opening: String) {
        for depth in [40, 900, CampaignFile.largestSize / opening.utf8.count] {
            #expect(!problems(String(repeating: opening, count: depth)).isEmpty)
        }
        #expect(problems("a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)) == [.tooDeep(limit: 32)])
    }

    @Test("is answered in reasonable time when it repeats names by the thousand")
    func repeatedNames() {
        #expect(problems(String(repeating: "a: 1\n", count: 50_000)) == [.tooManyRepeatedFields])
        #expect(problems((0..<3_000).map { "k\($0): 1\nk\($0): 2\n" }.joined()) == [.tooManyRepeatedFields])
    }

    @Test("is told of each name it repeats, up to a few dozen")
    func someRepeatedNames() {
        let repeats = (0..<20).map { "k\($0): 1\nk\($0): 2\n" }.joined()
        let found = problems(SecondCampaign.yaml + repeats)
        #expect(found.count(where: { if case .duplicateField = $0 { true } else { false } }) == 20)
    }
}
