import Domain
import FoundationEssentials
import Testing

@Suite("A campaign answers")
struct CampaignTests {
    @Test("which days its reviews take their figures on")
    func reviewDates() {
        #expect(Campaign.sample.reviewDate(.interim) == CivilDate(known: 2031, 6, 30))
        #expect(Campaign.sample.reviewDate(.final) == CivilDate(known: 2031, 12, 31))
    }

    @Test("which review is meant when none is named: the latest whose day has come, else the next")
    func reviewMeant() {
        let days = [(1, 10), (6, 29), (6, 30), (7, 1), (12, 30), (12, 31)].map { CivilDate(known: 2031, $0, $1) }
        let interim = [true, true, true, true, true, false]
        #expect(days.map { Campaign.sample.review(meantOn: $0) } == interim.map { $0 ? .interim : .final })
        var campaign = Campaign.sample
        campaign.phases.removeAll { $0.review == .interim }
        #expect(campaign.review(meantOn: days[0]) == .final, "there is no other")
    }

    @Test("which phase a day lies in, both ends included")
    func phases() {
        #expect(Campaign.sample.phase(on: CivilDate(known: 2031, 1, 9)) == nil)
        #expect(Campaign.sample.phase(on: CivilDate(known: 2031, 1, 10))?.code == "I")
        #expect(Campaign.sample.phase(on: CivilDate(known: 2031, 6, 30))?.code == "I")
        #expect(Campaign.sample.phase(on: CivilDate(known: 2031, 7, 1))?.code == "II")
    }

    @Test("which tenants are first tier: by kind, and by scope where one is named")
    func firstTier() {
        #expect(Campaign.sample.isFirstTier(kind: .department, scope: .awardSubject))
        #expect(!Campaign.sample.isFirstTier(kind: .department, scope: .media))
        #expect(!Campaign.sample.isFirstTier(kind: .district, scope: .awardSubject))
        var campaign = Campaign.sample
        campaign.firstTier.append(.init(kind: .district, scope: nil, words: "Các huyện"))
        #expect(campaign.isFirstTier(kind: .district, scope: .other))
    }

    @Test("what an item can serve: tasks where a group lists them, else the group")
    func itemContent() {
        var campaign = Campaign.sample
        campaign.content.append(.init(code: "III.3", label: "Khác", words: "Khác", takesItems: true, directives: [], tasks: []))
        #expect(campaign.itemContentCodes == ["III.2.1", "III.3"])
    }

    @Test(
        "what its motto announces",
        arguments: [
            ("ba có, ba không", ["3 có", "3 không"]), ("Bốn rõ", ["4 rõ"]), ("năm sẵn sàng, một quyết tâm", ["5 sẵn sàng", "1 quyết tâm"]),
        ])
    func motto(name: String, announced: [String]) throws {
        let motto = Campaign.Motto(content: "III.1", name: name, parts: [])
        #expect(try #require(motto.announcedParts).map { "\($0.count) \($0.opening)" } == announced)
    }

    @Test("nothing about a motto that counts no parts", arguments: ["Nghĩ thật, làm thật", "ba", "", "có ba"])
    func freeMotto(name: String) {
        #expect(Campaign.Motto(content: "III.1", name: name, parts: []).announcedParts == nil)
    }

    @Test("its parameters by their kind")
    func parameters() {
        #expect(Campaign.sample.integer(.letterPercentFinal) == 40)
        #expect(Campaign.sample.flag(.carryPhaseOneLate) == true)
        #expect(Campaign.sample.choice(.s2Rule) == "each")
        #expect(Campaign.sample.integer(.s2Rule) == nil)
    }

    @Test("with one document for equal campaigns, and reads it back")
    func document() throws {
        let document = try Campaign.sample.document
        #expect(try Campaign(document: document) == .sample)
        #expect(try Campaign(document: document).document == document)
        #expect(String(decoding: document, as: UTF8.self).contains(#""basis":{"decision":"A01"}"#))
    }

    @Test("with a refusal to read a document of another layout, or none at all")
    func foreignDocument() throws {
        var newer = Campaign.sample
        newer.format = 2
        let document = try newer.document
        #expect(throws: CampaignDocumentError.otherFormat(2)) { try Campaign(document: document) }
        for text in ["{}", "[", "{\"format\":1}"] {
            #expect(throws: CampaignDocumentError.self, "\(text)") { try Campaign(document: Data(text.utf8)) }
        }
    }
}
