import Domain
import Storage

/// What each kind of job does. Every one may be run again after any part of it.
struct JobHandler {
    private let door: WorkerDoor

    init(_ door: WorkerDoor) {
        self.door = door
    }

    func handle(_ job: Job) async throws {
        switch job.kind {
        case "launch.fan_out":
            _ = try await door.fanOutLaunch(job)
        case "launch.receive":
            _ = try await door.enter(job) { (tx: borrowing TenantTransaction) in try await Launch.receive(job, in: tx) }
        case "launch.cascade":
            _ = try await door.enter(job) { (tx: borrowing TenantTransaction) in try await Launch.cascade(job, in: tx) }
        default:
            throw Problem(.unexpected, "unknown-job", "Không biết loại công việc nền “\(job.kind)”; cập nhật phiên bản phần mềm.")
        }
    }
}
