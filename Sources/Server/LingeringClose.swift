import NIOCore

/// How a connection ends whose last answer is on its way: what its client still sends is taken in and thrown away until it closes, for a few
/// seconds. Left unread, it would keep a client waiting for ever that sends all of a refused upload before it reads; closed at once, it would
/// take the answer away from it.
final class LingeringClose: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny

    /// 200 MB come in that time over a line of 160 Mbit/s; of what is refused no more need come.
    static let longest = TimeAmount.seconds(10)
    /// From the begin of the close, whatever its client does: who does not read the answer either is not waited for.
    static let bound = TimeAmount.seconds(60)

    private var isLast = false
    private var timers: [Scheduled<Void>] = []

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output, !isLast else { return context.close(mode: mode, promise: promise) }
        isLast = true
        let (channel, closed) = (context.channel, context.eventLoop.makePromise(of: Void.self))
        closed.futureResult.cascade(to: promise)
        endLater(channel, in: Self.bound)
        // Of a long answer the end may still wait to be sent: the time runs from then on.
        closed.futureResult.assumeIsolated().whenComplete { _ in
            if channel.isActive { self.endLater(channel, in: Self.longest) }
        }
        context.close(mode: mode, promise: closed)
        context.read()
    }

    private func endLater(_ channel: any Channel, in time: TimeAmount) {
        timers.append(channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) })
    }

    func channelInactive(context: ChannelHandlerContext) {
        for timer in timers { timer.cancel() }
        timers = []
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isLast { context.fireChannelRead(data) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isLast { context.read() } else { context.fireChannelReadComplete() }
    }
}
