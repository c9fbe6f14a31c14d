const STARTED_AT = "2025-06-01T09:00:00.000Z";
const QUEUE = { name: "answers", kind: "TASK_QUEUE_KIND_NORMAL" };

/** The history, in the JSON of Temporal's protocol, of a workflow that took one text and completed in one task. */
export function historyOf(workflow: string, argument: string): unknown {
  return {
    events: [
      event(1, "WorkflowExecutionStarted", {
        workflowType: { name: workflow },
        taskQueue: QUEUE,
        input: { payloads: [payload(argument)] },
        originalExecutionRunId: "run-1",
        firstExecutionRunId: "run-1",
        workflowTaskTimeout: "10s",
        attempt: 1,
      }),
      event(2, "WorkflowTaskScheduled", { taskQueue: QUEUE, startToCloseTimeout: "10s", attempt: 1 }),
      event(3, "WorkflowTaskStarted", { scheduledEventId: "2", identity: "worker", requestId: "request-1" }),
      event(4, "WorkflowTaskCompleted", { scheduledEventId: "2", startedEventId: "3", identity: "worker" }),
      event(5, "WorkflowExecutionCompleted", { workflowTaskCompletedEventId: "4" }),
    ],
  };
}

function event(id: number, type: string, attributes: object): object {
  const constant = type.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const key = `${type.charAt(0).toLowerCase()}${type.slice(1)}EventAttributes`;
  return { eventId: String(id), eventTime: STARTED_AT, eventType: `EVENT_TYPE_${constant}`, [key]: attributes };
}

function payload(value: string): object {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  return { metadata: { encoding: base64("json/plain") }, data: base64(JSON.stringify(value)) };
}
