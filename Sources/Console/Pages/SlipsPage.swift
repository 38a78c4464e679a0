import Domain
import Web

/// Links to be handed out: a sheet for each sub-unit, a slip for each person, to be cut. Shown this once.
struct SlipsPage: Page {
    static let template = "slips"
    let frame: Frame
    let sheets: [Sheet]

    struct Sheet: Sendable {
        let unit: String
        let slips: [Slip]
    }

    struct Slip: Sendable {
        let name: String
        let username: String
        let link: String
        let until: String
    }

    init(_ handouts: [Handout], _ call: Call, frame: Frame) {
        self.init(handouts, at: call.serviceAddress, frame: frame)
    }

    init(_ handouts: [Handout], at service: String?, frame: Frame) {
        self.frame = frame
        sheets = handouts.byUnit.map { unitName, handouts in
            Sheet(
                unit: unitName,
                slips: handouts.map {
                    Slip(
                        name: $0.fullName, username: $0.username, link: $0.link.address(at: service),
                        until: SessionsPage.clock($0.link.expiresAt))
                })
        }
    }
}
