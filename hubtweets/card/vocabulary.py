"""What the Hub's metadata may say: tasks, libraries, languages, keys.

Sources: https://github.com/huggingface/huggingface.js (packages/tasks: pipelines.ts, model-libraries.ts),
https://github.com/huggingface/hub-docs/blob/main/modelcard.md and ISO 639-1.
"""

from __future__ import annotations

PIPELINE_TAGS = frozenset(
    """
    any-to-any audio-classification audio-text-to-text audio-to-audio automatic-speech-recognition depth-estimation
    document-question-answering feature-extraction fill-mask graph-ml image-classification image-feature-extraction
    image-segmentation image-text-to-image image-text-to-text image-text-to-video image-to-3d image-to-image
    image-to-text image-to-video keypoint-detection mask-generation multiple-choice object-detection other
    question-answering reinforcement-learning robotics sentence-similarity summarization table-question-answering
    table-to-text tabular-classification tabular-regression tabular-to-text text-classification text-generation
    text-ranking text-retrieval text-to-3d text-to-audio text-to-image text-to-speech text-to-video
    time-series-forecasting token-classification translation unconditional-image-generation video-classification
    video-text-to-text video-to-video visual-document-retrieval visual-question-answering voice-activity-detection
    zero-shot-classification zero-shot-image-classification zero-shot-object-detection
    """.split()  # noqa: SIM905
)

LIBRARIES = frozenset(
    """
    adapter-transformers allennlp asteroid bertopic bm25s chronos-forecasting diffusers diffusionkit doctr edsnlp
    espnet fairseq fastai fasttext flair gguf gliner jax k2 keras keras-hub llama-cpp-python llamafile mamba-ssm
    mindspore mitie ml-agents mlc-llm mlx mlx-image model2vec moshi nemo onnx open_clip openvino paddlenlp paddleocr
    peft pyannote-audio pythae pytorch relik safetensors saelens sam2 sample-factory sentence-transformers setfit
    sklearn spacy span-marker speechbrain stable-audio-tools stable-baselines3 stanza tabpfn tensorflow tensorflowtts
    terratorch tf-keras timesfm timm transformers transformers.js ultralytics unity-sentis whisperkit
    """.split()  # noqa: SIM905
)

LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905
)
"""ISO 639-1. Codes of three letters (ISO 639-3), `code` and `multilingual` are allowed beside them."""

KEYS = frozenset(
    """
    base_model base_model_relation co2_eq_emissions datasets eval_results extra_gated_button_content
    extra_gated_description extra_gated_eu_disallowed extra_gated_fields extra_gated_geo extra_gated_heading
    extra_gated_prompt hubtweets inference language library_name license license_link license_name metrics model-index
    model_name new_version pipeline_tag quantized_by tags thumbnail widget
    """.split()  # noqa: SIM905
)
