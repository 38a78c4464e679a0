import Domain
import Foundation
import Operations
import Testing

@Suite("A campaign file")
struct CampaignFileTests {
    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    static func shipped() throws -> Campaign {
        try CampaignFile.read(Array(Data(contentsOf: root.appending(path: "deploy/campaigns/KH-77-2023.yaml"))))
    }

    @Test("of the shipped plan holds the plan's head, foot and dates")
    func shippedPaper() throws {
        let campaign = try Self.shipped()
        #expect(campaign.code == "KH-77-2023")
        #expect(campaign.paper.reference == "77/KH-UBND")
        #expect(campaign.paper.date == CivilDate("2023-03-31"))
        #expect(campaign.paper.signer == .init(post: "CHỦ TỊCH", name: "Huyện Quốc Việt"))
        #expect(campaign.legalBases.map(\.reference) == ["04/CT-UBND", "01/CTr-UBND", "503/QĐ-UBND"])
        #expect(campaign.legalBases.map(\.assignsTo) == [[.department, .district], [.department, .district], [.department]])
        #expect(campaign.purposes.count == 3)
        #expect(campaign.requirements.count == 3)
        #expect(campaign.phases.map(\.from) == [CivilDate("2023-03-31"), CivilDate("2023-07-01")])
        #expect(campaign.reviewDate(.interim) == CivilDate("2023-06-30"))
        #expect(campaign.reviewDate(.final) == CivilDate("2023-12-31"))
        #expect(campaign.launch.deadline.words == "trước ngày 10/4/2023")
        #expect(campaign.launch.deadline.date == CivilDate("2023-04-09"))
        #expect(campaign.recipients.count == 9)
        #expect(campaign.recipients.last == "Lưu: VT, TH02/3")
    }

    @Test("of the shipped plan holds its content, awards and duties")
    func shippedSubstance() throws {
        let campaign = try Self.shipped()
        #expect(campaign.itemContentCodes == ["III.2.1", "III.2.2", "III.2.3", "III.2.4", "III.2.5", "III.3", "III.4"])
        let parts = ["Có kỷ cương", "Có trách nhiệm", "Có hiệu quả", "Không chậm", "Không sai", "Không sót việc"]
        #expect(campaign.motto?.parts.map(\.words) == parts)
        #expect(campaign.award(at: .interim)?.conditions.map(\.test) == [.motto, .dueItems, .laterItems])
        #expect(campaign.award(at: .final)?.conditions.map(\.test) == [.motto, .allItems])
        #expect(campaign.awards.adHoc.map(\.kind) == [.letter, .certificate])
        #expect(campaign.duties.map(\.clause) == ["V.1", "V.2", "V.3", "V.4", "VI"])
        #expect(campaign.isFirstTier(kind: .department, scope: .awardSubject))
        #expect(campaign.isFirstTier(kind: .district, scope: .awardSubject))
        #expect(!campaign.isFirstTier(kind: .department, scope: .media))
        #expect(!campaign.isFirstTier(kind: .commune, scope: .awardSubject))
    }

    @Test(
        "of the shipped plan sets each threshold with its source",
        arguments: [
            (Campaign.ParameterName.minimumProgressPercent, 50, Campaign.Basis.plan("IV.2.1.a")),
            (.letterPercentInterim, 15, .plan("IV.2.1.a")), (.letterPercentFinal, 30, .plan("IV.2.1.a")),
            (.individualsInterim, 2, .plan("IV.2.1.a")), (.individualsFinal, 4, .plan("IV.2.1.a")),
            (.minimumEarlyWorkingDays, 1, .decision("A45")), (.newItemGraceWorkingDays, 10, .decision("A31")),
            (.settleDays, 5, .decision("A61")), (.critDays, 30, .decision("A67")),
        ])
    func shippedThresholds(name: Campaign.ParameterName, value: Int, basis: Campaign.Basis) throws {
        let parameter = try #require(try Self.shipped().parameter(name))
        #expect(parameter.value == .integer(value))
        #expect(parameter.basis == basis)
    }

    @Test("of another province, year and form of government is read as well")
    func second() throws {
        let campaign = try CampaignFile.read(SecondCampaign.yaml)
        #expect(campaign.paper.reference == "012/KH-UBND")
        #expect(campaign.phases.map(\.review) == [nil, .interim, .final])
        #expect(campaign.reviewDate(.interim) == CivilDate("2026-09-30"))
        #expect(campaign.isFirstTier(kind: .commune, scope: .awardSubject))
        #expect(campaign.isFirstTier(kind: .department, scope: .other))
        #expect(!campaign.isFirstTier(kind: .department, scope: .awardSubject))
        #expect(campaign.integer(.minimumProgressPercent) == 60)
        #expect(campaign.integer(.letterPercentInterim) == nil)
        #expect(campaign.choice(.aheadBase) == "completed")
        #expect(campaign.flag(.carryPhaseOneLate) == false)
        #expect(campaign.itemContentCodes == ["III.2", "III.3.1", "III.3.2"])
        #expect(!campaign.requiredParameters.contains(.letterPercentInterim))
        #expect(campaign.launch.isLate(CivilDate("2026-02-01")!))
        #expect(!campaign.launch.isLate(CivilDate("2026-01-31")!))
    }

    @Test("comes back from its stored document unchanged, whatever the order of keys")
    func roundTrip() throws {
        for campaign in [try Self.shipped(), try CampaignFile.read(SecondCampaign.yaml)] {
            let document = try campaign.document
            #expect(try Campaign(document: document) == campaign)
            #expect(try Campaign(document: document).document == document)
            let reordered = try JSONSerialization.data(
                withJSONObject: JSONSerialization.jsonObject(with: document), options: .prettyPrinted)
            #expect(reordered != document)
            #expect(try Campaign(document: reordered).document == document)
        }
    }

    @Test("is read alike from bytes, with decomposed letters, with Windows line ends and behind a byte order mark")
    func encodings() throws {
        let expected = try CampaignFile.read(SecondCampaign.yaml)
        #expect(try CampaignFile.read(Array(SecondCampaign.yaml.utf8)) == expected)
        #expect(try CampaignFile.read(SecondCampaign.yaml.decomposedStringWithCanonicalMapping) == expected)
        #expect(try CampaignFile.read(SecondCampaign.yaml.replacing("\n", with: "\r\n")) == expected)
        #expect(try CampaignFile.read("\u{FEFF}" + SecondCampaign.yaml) == expected)
    }

    @Test(
        "may bring what no program can know: neither a place nor a year of a plan stands in the code", arguments: ["Domain", "Operations"])
    func codeKnowsNoPlan(layer: String) throws {
        let folder = Self.root.appending(path: "Sources/\(layer)/Campaign").resolvingSymlinksInPath()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        try #require(!files.isEmpty)
        for file in files {
            let code = try String(contentsOf: file, encoding: .utf8)
            for word in ["Cà Mau", "2023", "77/KH"] {
                #expect(!code.contains(word), "\(word) in \(file.lastPathComponent)")
            }
        }
    }
}
