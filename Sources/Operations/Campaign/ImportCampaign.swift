import Crypto
public import Domain
import FoundationEssentials
public import Storage

/// Keeps a campaign's plan as read from its file; the Office's act.
///
/// - The same plan again changes nothing, whatever its comments and line breaks: the canonical documents are compared.
/// - A changed plan becomes the next version; every earlier version stays readable.
/// - Once the campaign is launched, what units were launched to stays: see ``Campaign/changesRefusedAfterLaunch(in:)``.
/// - A content that items of the ledger serve cannot be taken out.
public struct ImportCampaign: Sendable {
    public var plan: Campaign
    /// Only says what would be done.
    public var dryRun: Bool

    public init(plan: Campaign, dryRun: Bool = false) {
        self.plan = plan
        self.dryRun = dryRun
    }

    public enum Outcome: String, Sendable, CaseIterable {
        case added, changed, unchanged

        public var vietnamese: String {
            switch self {
            case .added: "đã nhập mới"
            case .changed: "đã nhập bản sửa đổi"
            case .unchanged: "không có gì thay đổi"
            }
        }

        /// What a dry run found.
        public var planned: String {
            switch self {
            case .added: "sẽ nhập mới"
            case .changed: "sẽ nhập bản sửa đổi"
            case .unchanged: "không có gì thay đổi"
            }
        }
    }

    public struct Result: Sendable {
        public let outcome: Outcome
        /// The version that is in force afterwards, in a dry run the one that would be.
        public let version: Int
    }

    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Result {
        let document = try plan.document
        let checksum = SHA256.hash(data: document).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard let kept = try await CampaignRecord.hold(code: plan.code, in: tx) else {
            if !dryRun { try await CampaignRecord.insert(plan, id: ids.next(), document: document, checksum: checksum, in: tx) }
            return Result(outcome: .added, version: 1)
        }
        guard kept.checksum != checksum else { return Result(outcome: .unchanged, version: kept.version) }
        try await refuseLosses(of: kept, in: tx)
        if !dryRun { try await CampaignRecord.update(kept.id, to: plan, document: document, checksum: checksum, in: tx) }
        return Result(outcome: .changed, version: kept.version + 1)
    }

    private func refuseLosses(of kept: CampaignRecord, in tx: borrowing TenantTransaction) async throws {
        var faults: [FieldFault] = []
        if let launch = kept.launch {
            faults += kept.plan.changesRefusedAfterLaunch(in: plan)
            if !faults.isEmpty {
                throw Problem(
                    .refused, "launched-already",
                    "Phong trào đã phát động ngày \(launch.launchedOn.vietnamese) theo văn bản số \(launch.documentNumber), bản sửa đổi không được đổi các mục được nêu.",
                    fields: faults)
            }
        }
        let inUse = try await CampaignRecord.contentsInUse(of: kept.id, outside: plan.itemContentCodes, in: tx)
        guard inUse.isEmpty else {
            throw Problem(
                .refused, "content-in-use",
                "Bản sửa đổi bỏ nội dung mà nhiệm vụ, chỉ tiêu đã giao đang thực hiện. Giữ lại các nội dung được nêu.",
                fields: inUse.map { FieldFault("content", "\($0) đang có nhiệm vụ, chỉ tiêu; giữ lại nội dung này") })
        }
    }
}
