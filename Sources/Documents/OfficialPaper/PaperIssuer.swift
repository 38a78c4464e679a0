/// Cơ quan ban hành (ô số 2) and what a paper says with it.
public struct PaperIssuer: Sendable, Hashable {
    /// Cơ quan chủ quản trực tiếp; nil for a body without one, as UBND of a province.
    public let parent: String?
    public let name: String
    /// Địa chỉ cơ quan (ô số 13), on letters and invitations; nil: none.
    public let address: String?

    public init(parent: String?, name: String, address: String? = nil) {
        self.parent = parent
        self.name = name
        self.address = address
    }
}

/// Chữ ký (ô số 7a to 7c): the lines come from ``Signature``, which knows TM., KT., TL. and TUQ.
public struct PaperSignature: Sendable, Hashable {
    /// Over the signature: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    public let lines: [String]
    /// What is done here, in brackets, where the form of the paper says it.
    public let remark: String?
    /// Post in the agency whose seal a council uses, over the name (Phụ lục I, mục II, khoản 7b); nil: none.
    public let agencyPost: String?
    /// Without degree or title; empty: to be filled in.
    public let name: String

    public init(_ lines: [String], name: String, remark: String? = nil, agencyPost: String? = nil) {
        self.lines = lines
        self.remark = remark
        self.agencyPost = agencyPost
        self.name = name
    }
}

/// Lưu (ô số 9b, last line): `- Lưu: VT, SNV.NVA(05).`
public struct PaperArchive: Sendable, Hashable {
    /// Where it is kept, as printed: `VT, SNV`.
    public let units: String
    /// Initials of who drafted it (ô số 12); nil: not said.
    public let drafter: String?
    public let copies: Int?

    public init(_ units: String, drafter: String? = nil, copies: Int? = nil) {
        self.units = units
        self.drafter = drafter
        self.copies = copies
    }
}

/// Độ khẩn (ô số 10b).
public enum PaperUrgency: String, Sendable, Hashable, CaseIterable {
    case immediate, veryUrgent, urgent

    public var vietnamese: String {
        switch self {
        case .immediate: "Hỏa tốc"
        case .veryUrgent: "Thượng khẩn"
        case .urgent: "Khẩn"
        }
    }

    /// Width of its box in millimetres; its height is 8.
    public var width: Int {
        switch self {
        case .immediate: 30
        case .veryUrgent: 40
        case .urgent: 20
        }
    }
}
