import NIOCore

/// How a connection ends whose last answer is on its way: what its client still sends is taken in and thrown away until it closes, for a few
/// seconds. Left unread, it would keep a client waiting for ever that sends all of a refused upload before it reads; closed at once, it would
/// take the answer away from it.
final class LingeringClose: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny

    /// 200 MB come in that time over a line of 160 Mbit/s; of what is refused no more need come.
    static let longest = TimeAmount.seconds(10)

    private var isLast = false

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .output, !isLast else { return context.close(mode: mode, promise: promise) }
        isLast = true
        let (channel, closed) = (context.channel, promise ?? context.eventLoop.makePromise())
        // Of a long answer the end may still wait to be sent: the time runs from then on.
        closed.futureResult.whenComplete { _ in
            if !channel.isActive { return }
            channel.eventLoop.scheduleTask(in: Self.longest) { channel.close(promise: nil) }
        }
        context.close(mode: mode, promise: closed)
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isLast { context.fireChannelRead(data) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isLast { context.read() } else { context.fireChannelReadComplete() }
    }
}
