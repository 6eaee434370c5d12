package org.genonaut.simulator.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.genonaut.simulator.fault.Fault;
import org.genonaut.simulator.fault.FaultBoard;
import org.genonaut.simulator.protocol.PythonJson;
import org.genonaut.simulator.route.Answer;
import org.genonaut.simulator.route.Request;
import org.genonaut.simulator.time.SimulatorTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spoils requests on their way in and answers on their way out; knows nothing of what is asked and answered. */
final class RequestFaults extends ChannelDuplexHandler {
    private static final Logger log = LoggerFactory.getLogger(RequestFaults.class);

    private final FaultBoard faults;
    private final SimulatorTime time;
    private HttpMethod method = HttpMethod.GET;
    private List<String> path = List.of();

    RequestFaults(FaultBoard faults, SimulatorTime time) {
        this.faults = faults;
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof FullHttpRequest request)
                || request.decoderResult().isFailure()) {
            context.fireChannelRead(message);
            return;
        }
        method = request.method();
        path = Request.of(request).path();
        var asked = "/" + String.join("/", path);
        var latency = faults.next(Fault.Latency.class, slow -> asked.startsWith(slow.path()));
        if (latency.isPresent()) {
            readLater(context, request, latency.get().each());
        } else {
            context.fireChannelRead(request);
        }
    }

    /** Nothing else is read in the meantime, so that answers keep the order of their requests. */
    private void readLater(ChannelHandlerContext context, FullHttpRequest request, Duration delay) {
        context.channel().config().setAutoRead(false);
        Runnable resume = () -> {
            context.channel().config().setAutoRead(true);
            context.fireChannelRead(request);
        };
        time.later(delay, () -> {
            try {
                context.executor().execute(resume);
            } catch (RejectedExecutionException e) {
                log.debug("The server has ended before a slow request was looked at");
                request.release();
            }
        });
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof FullHttpResponse response)
                || !response.status().equals(HttpResponseStatus.OK)) {
            context.write(message, promise);
        } else if (hasQueued() && faults.next(Fault.ErrorAfterEnqueue.class).isPresent()) {
            context.write(instead(response, Answer.trouble()), promise).addListener(ChannelFutureListener.CLOSE);
        } else if (hasQueued() && faults.next(Fault.AnswerLost.class).isPresent()) {
            ReferenceCountUtil.release(response);
            context.close(promise);
        } else if (isAbout("history") && faults.next(Fault.HistoryMissing.class).isPresent()) {
            context.write(instead(response, Answer.json(PythonJson.object())), promise);
        } else if (isAbout("view")) {
            faults.next(Fault.ThrottledView.class)
                    .ifPresentOrElse(
                            slow -> new Trickle(context, time, slow.bytesPerSecond()).write(response, promise),
                            () -> context.write(response, promise));
        } else {
            context.write(response, promise);
        }
    }

    private boolean hasQueued() {
        return method.equals(HttpMethod.POST) && path.equals(List.of("prompt"));
    }

    private boolean isAbout(String first) {
        return method.equals(HttpMethod.GET)
                && !path.isEmpty()
                && path.getFirst().equals(first);
    }

    private static FullHttpResponse instead(FullHttpResponse response, Answer answer) {
        HttpHeaders original = response.headers();
        var other = answer.toResponse();
        other.headers().set("Date", original.get("Date")).set("Server", original.get("Server"));
        response.release();
        return other;
    }
}
