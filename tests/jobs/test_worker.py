"""The worker process: results, progress, cancel, refusals and crashes, each with one clear end."""

import os
import time
from collections.abc import Iterator

import pytest

from eventkit.domain.errors import CancelledError, EventKitError, ImportFileError
from eventkit.jobs.worker import Report, Worker

JOBS = {
    name: f"tests.jobs.worker_jobs:{name}"
    for name in ("double", "count", "hang", "refuse", "fail", "eat_memory", "crash", "process_id")
}


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = Worker(JOBS)
    yield one
    one.close()


def ends(worker: Worker) -> list[Report]:
    found = []
    deadline = time.monotonic() + 60
    while worker.busy and time.monotonic() < deadline:
        found += [report for report in worker.poll() if report.kind != "progress"]
        time.sleep(0.005)
    return found


def test_run_answers_the_result_from_another_process(worker: Worker) -> None:
    assert worker.run("double", 21) == 42
    assert worker.run("process_id") != os.getpid()


def test_run_keeps_one_process_for_many_jobs(worker: Worker) -> None:
    assert worker.run("process_id") == worker.run("process_id")


def test_run_tells_progress_in_order(worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    worker.run("count", 5, progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 5) for done in range(5)]


def test_run_raises_the_refusal_with_its_values(worker: Worker) -> None:
    with pytest.raises(ImportFileError) as caught:
        worker.run("refuse")
    assert (caught.value.code, caught.value.values) == ("import_unknown", {"name": "a.txt"})


def test_run_tells_an_unforeseen_error_as_one_of_ours(worker: Worker) -> None:
    with pytest.raises(EventKitError) as caught:
        worker.run("fail")
    assert caught.value.code == "worker_failed"
    assert worker.run("double", 1) == 2


@pytest.mark.parametrize(("job", "code"), [("crash", "worker_crashed"), ("eat_memory", "out_of_memory")])
def test_run_survives_the_end_of_the_process(worker: Worker, job: str, code: str) -> None:
    with pytest.raises(EventKitError) as caught:
        worker.run(job)
    assert caught.value.code == code
    assert worker.run("double", 4) == 8


def test_run_past_its_time_is_stopped(worker: Worker) -> None:
    with pytest.raises(CancelledError):
        worker.run("hang", seconds=1)


def test_cancel_stops_a_job_that_listens_and_one_that_hangs(worker: Worker) -> None:
    for job, args in (("count", (100_000,)), ("hang", ())):
        ticket = worker.submit(job, *args)
        while not any(report.kind == "progress" for report in worker.poll()):
            time.sleep(0.005)
        worker.cancel(ticket)
        assert [(r.ticket, r.kind) for r in ends(worker)] == [(ticket, "stopped")]
    assert worker.run("double", 3) == 6


def test_cancel_of_a_waiting_job_leaves_the_others(worker: Worker) -> None:
    tickets = [worker.submit("double", number) for number in (1, 2, 3)]
    worker.cancel(tickets[1])
    assert [(r.ticket, r.kind) for r in ends(worker)] == list(zip(tickets, ("done", "stopped", "done"), strict=True))


def test_submit_after_the_process_went_to_rest_starts_another() -> None:
    worker = Worker(JOBS, rest_seconds=0.05)
    first = worker.run("process_id")
    time.sleep(0.5)
    assert worker.run("process_id") != first
    worker.close()
