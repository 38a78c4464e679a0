import Domain
import Testing

@Suite("The parameters of judgement")
struct JudgementParametersTests {
    @Test(
        "come from the campaign by name",
        arguments: [
            (.minimumProgressPercent, .integer(61)), (.s2Rule, .choice("share")), (.letterPercentInterim, .integer(17)),
            (.letterPercentFinal, .integer(33)), (.individualsInterim, .integer(5)), (.individualsFinal, .integer(7)),
            (.minimumEarlyWorkingDays, .integer(3)), (.aheadBase, .choice("completed")), (.newItemGraceWorkingDays, .integer(8)),
            (.maximumQualityReturns, .integer(2)), (.minimumItems, .integer(9)), (.carryPhaseOneLate, .flag(false)),
        ] as [(Campaign.ParameterName, Campaign.ParameterValue)])
    func fromCampaign(name: Campaign.ParameterName, value: Campaign.ParameterValue) throws {
        var campaign = Campaign.sample
        let index = try #require(campaign.parameters.firstIndex { $0.name == name })
        let before = JudgementParameters(campaign)
        campaign.parameters[index].value = value
        let after = JudgementParameters(campaign)
        let expected: JSONValue =
            switch value {
            case .integer(let integer): .integer(integer)
            case .flag(let flag): .bool(flag)
            case .choice(let choice): .string(choice)
            }
        guard case .object(let old) = before.json, case .object(let new) = after.json else {
            Issue.record("parameters are no object")
            return
        }
        #expect(new[name.rawValue] == expected)
        #expect(old[name.rawValue] != expected)
        #expect(JSONObject(new.members.filter { $0.0 != name.rawValue }) == JSONObject(old.members.filter { $0.0 != name.rawValue }))
    }

    @Test("take their dates from the phases, or from the span of the campaign") func dates() {
        var campaign = Campaign.sample
        #expect(JudgementParameters(campaign).interimEnd == campaign.reviewDate(.interim))
        #expect(JudgementParameters(campaign).finalEnd == campaign.reviewDate(.final))
        campaign.phases = []
        #expect(JudgementParameters(campaign).finalEnd == campaign.span.to)
        #expect(JudgementParameters(campaign).interimEnd == campaign.span.to)
    }

    @Test("that a campaign leaves out keep their default") func absent() {
        var campaign = Campaign.sample
        campaign.parameters = []
        let parameters = JudgementParameters(campaign)
        #expect(parameters == JudgementParameters(interimEnd: parameters.interimEnd, finalEnd: parameters.finalEnd))
    }
}
