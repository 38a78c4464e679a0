extension Campaign {
    func awardFaults() -> [CampaignFault] {
        var faults: [CampaignFault] = []
        for (index, phase) in phases.enumerated() {
            guard let review = phase.review, award(at: review) == nil else { continue }
            faults.append(CampaignFault("phases[\(index)].review", .phaseWithoutAward(review), comparedWith: ["awards.reviews"]))
        }
        for (index, award) in awards.reviews.enumerated() {
            let path = "awards.reviews[\(index)]"
            if !phases.contains(where: { $0.review == award.review }) {
                faults.append(CampaignFault("\(path).review", .reviewWithoutPhase(award.review), comparedWith: ["phases"]))
            }
            faults += conditionFaults(award, at: path) + wordingFaults(award, at: path)
        }
        return faults
    }

    private func conditionFaults(_ award: ReviewAward, at path: String) -> [CampaignFault] {
        var faults: [CampaignFault] = []
        for (index, condition) in award.conditions.enumerated() {
            let place = "\(path).conditions[\(index)].test"
            switch condition.test {
            case .motto where motto == nil:
                faults.append(CampaignFault(place, .mottoConditionWithoutMotto, comparedWith: ["motto"]))
            case .laterItems where award.review == .final:
                faults.append(CampaignFault(place, .laterItemsAtFinal, comparedWith: ["\(path).review"]))
            case .motto, .dueItems, .laterItems, .allItems: break
            }
        }
        if !award.conditions.contains(where: { $0.test == .dueItems || $0.test == .allItems }) {
            faults.append(CampaignFault("\(path).conditions", .reviewTestsNoItems(award.review)))
        }
        return faults
    }

    /// The numbers in the plan's sentences have to be those that the program uses.
    private func wordingFaults(_ award: ReviewAward, at path: String) -> [CampaignFault] {
        var faults: [CampaignFault?] = award.conditions.enumerated().filter { $0.element.test == .laterItems }.map { index, condition in
            disagreement(of: .minimumProgressPercent, with: percents(in: condition.words), at: "\(path).conditions[\(index)].words")
        }
        if let letter = award.letter {
            faults.append(disagreement(of: award.review.letterPercent, with: percents(in: letter.words), at: "\(path).letter.words"))
        }
        if let individuals = award.individuals {
            let stated = wholeNumbers(in: individuals.words).map(\.value)
            faults.append(disagreement(of: award.review.individualsCap, with: stated, at: "\(path).individuals.words"))
        }
        return faults.compactMap(\.self)
    }

    private func disagreement(of name: ParameterName, with stated: [Int], at path: String) -> CampaignFault? {
        guard let index = parameters.firstIndex(where: { $0.name == name }), let value = integer(name), !stated.isEmpty,
            !stated.contains(value)
        else { return nil }
        return CampaignFault("parameters[\(index)].value", .valueAgainstWords(name, value: value, words: stated), comparedWith: [path])
    }

    private func percents(in words: String) -> [Int] {
        wholeNumbers(in: words).filter(\.isPercent).map(\.value)
    }

    /// The numbers written in digits; longer ones than any threshold are left out.
    private func wholeNumbers(in words: String) -> [(value: Int, isPercent: Bool)] {
        words.split { !($0.isASCII && $0.isNumber) }.compactMap { digits in
            guard let value = Int(digits) else { return nil }
            return (value, words[digits.endIndex...].drop { $0 == " " }.first == "%")
        }
    }
}
