"""Prints optimisers.json: where PyTorch's optimisers are after 5 steps on a loss whose gradient is (w - 0.5) * [1, 2, 3]."""
import json
import torch

cases = [
    ({"kind": "sgd"}, lambda w: torch.optim.SGD(w, lr=0.1)),
    ({"kind": "sgd", "momentum": 0.9, "weightDecay": 0.01}, lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9, weight_decay=0.01)),
    ({"kind": "sgd", "momentum": 0.9, "nesterov": True}, lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9, nesterov=True)),
    ({"kind": "adam"}, lambda w: torch.optim.Adam(w, lr=0.1)),
    ({"kind": "adam", "beta1": 0.8, "beta2": 0.99, "weightDecay": 0.1}, lambda w: torch.optim.Adam(w, lr=0.1, betas=(0.8, 0.99), weight_decay=0.1)),
    ({"kind": "adamw"}, lambda w: torch.optim.AdamW(w, lr=0.1)),
    ({"kind": "adamw", "weightDecay": 0.2}, lambda w: torch.optim.AdamW(w, lr=0.1, weight_decay=0.2)),
    ({"kind": "rmsprop"}, lambda w: torch.optim.RMSprop(w, lr=0.1)),
    ({"kind": "rmsprop", "alpha": 0.9, "momentum": 0.5, "weightDecay": 0.1}, lambda w: torch.optim.RMSprop(w, lr=0.1, alpha=0.9, momentum=0.5, weight_decay=0.1)),
]


def run(make, longest=None):
    w = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64, requires_grad=True)
    optimiser = make([w])
    for _ in range(5):
        w.grad = ((w - 0.5) * torch.tensor([1.0, 2.0, 3.0])).detach()
        if longest is not None:
            torch.nn.utils.clip_grad_norm_([w], longest)
        optimiser.step()
    return [round(float(value), 9) for value in w]


results = [{"optimiser": kind, "options": {}, "weights": run(make)} for kind, make in cases]
results.append({"optimiser": {"kind": "sgd"}, "options": {"longest": 0.7}, "weights": run(lambda w: torch.optim.SGD(w, lr=0.1), 0.7)})
print("[\n  " + ",\n  ".join(json.dumps(result) for result in results) + "\n]")
