package org.genonaut.generation.api;

/** Requests that the API's own description shows. */
final class RequestExamples {

    /** As little as can be said. */
    static final String SHORT = """
            {
              "prompt": "a lighthouse above the sea at dawn",
              "checkpoint_model": "juggernautXL_v9.safetensors"
            }""";

    static final String STABLE_DIFFUSION = """
            {
              "prompt": "a fox in ink on rice paper, (golden hour:1.2)",
              "negative_prompt": "text, watermark",
              "checkpoint_model": "juggernautXL_v9.safetensors",
              "vae": "sdxl_vae.safetensors",
              "lora_models": [
                {"name": "misc/light/golden_hour_xl.safetensors", "strength_model": 0.8, "strength_clip": 0.6}
              ],
              "clip_skip": 2,
              "width": 1216,
              "height": 832,
              "batch_size": 1,
              "batch_count": 2,
              "sampler_params": {
                "seed": 18446744073709551615,
                "steps": 28,
                "cfg": 6.0,
                "sampler_name": "euler",
                "scheduler": "normal",
                "denoise": 1.0
              }
            }""";

    static final String FLUX = """
            {
              "prompt": "a lighthouse above the sea at dawn, film still",
              "checkpoint_model": "flux1-dev-fp8.safetensors",
              "lora_models": [{"name": "flux/filmGrain_flux.safetensors", "strength_model": 0.7}],
              "sampler_params": {"steps": 20, "cfg": 1.0, "guidance": 3.5}
            }""";

    private RequestExamples() {}
}
