import Domain
import Storage

/// What each kind of job does. Every one may be run again after any part of it.
struct JobHandler {
    private let door: WorkerDoor
    private let carrier: MessageCarrier

    init(_ door: WorkerDoor, _ carrier: MessageCarrier) {
        self.door = door
        self.carrier = carrier
    }

    func handle(_ job: Job) async throws {
        switch job.kind {
        case "launch.fan_out":
            _ = try await door.fanOutLaunch(job)
        case "launch.receive":
            _ = try await door.enter(job) { (tx: borrowing TenantTransaction) in try await Launch.receive(job, in: tx) }
        case "launch.cascade":
            _ = try await door.enter(job) { (tx: borrowing TenantTransaction) in try await Launch.cascade(job, in: tx) }
        case "notice.remind":
            _ = try await door.remind(job)
        case "notice.mail", "notice.webhook":
            // Sent outside of any transaction, and noted afterwards: killed in between, it is sent again under the same key.
            guard let message = try await door.enter(job, { (tx: borrowing TenantTransaction) in try await Message.of(job, in: tx) }) else {
                return
            }
            try await carrier.carry(message)
            try await door.enter(job) { (tx: borrowing TenantTransaction) in try await Message.sent(job, in: tx) }
        case "unit_day.count":
            try await door.enter(job) { (tx: borrowing TenantTransaction) in try await CountUnitDays(campaign: job.subject).perform(in: tx)
            }
        case "unit_day.check":
            try await door.enter(job) { (tx: borrowing TenantTransaction) in try await CheckUnitDays(campaign: job.subject).perform(in: tx)
            }
        default:
            throw Problem(.unexpected, "unknown-job", "Không biết loại công việc nền “\(job.kind)”; cập nhật phiên bản phần mềm.")
        }
    }
}
